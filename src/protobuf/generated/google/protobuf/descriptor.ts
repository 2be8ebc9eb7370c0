// Generated from google/protobuf/descriptor.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import { readInt32s } from '#protobuf/fast/packed';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/descriptor.proto',
  imports: [],
  descriptor:
    'CiBnb29nbGUvcHJvdG9idWYvZGVzY3JpcHRvci5wcm90bxIPZ29vZ2xlLnByb3RvYnVmIk0KEUZpbGVEZXNj' +
    'cmlwdG9yU2V0EjgKBGZpbGUYASADKAsyJC5nb29nbGUucHJvdG9idWYuRmlsZURlc2NyaXB0b3JQcm90b1IE' +
    'ZmlsZSLhBAoTRmlsZURlc2NyaXB0b3JQcm90bxIXCgRuYW1lGAEgASgJSABSBG5hbWWIAQESHQoHcGFja2Fn' +
    'ZRgCIAEoCUgBUgdwYWNrYWdliAEBEh4KCmRlcGVuZGVuY3kYAyADKAlSCmRlcGVuZGVuY3kSLwoRcHVibGlj' +
    'X2RlcGVuZGVuY3kYCiADKAVCAhAAUhBwdWJsaWNEZXBlbmRlbmN5EisKD3dlYWtfZGVwZW5kZW5jeRgLIAMo' +
    'BUICEABSDndlYWtEZXBlbmRlbmN5EkMKDG1lc3NhZ2VfdHlwZRgEIAMoCzIgLmdvb2dsZS5wcm90b2J1Zi5E' +
    'ZXNjcmlwdG9yUHJvdG9SC21lc3NhZ2VUeXBlEkEKCWVudW1fdHlwZRgFIAMoCzIkLmdvb2dsZS5wcm90b2J1' +
    'Zi5FbnVtRGVzY3JpcHRvclByb3RvUghlbnVtVHlwZRJBCgdzZXJ2aWNlGAYgAygLMicuZ29vZ2xlLnByb3Rv' +
    'YnVmLlNlcnZpY2VEZXNjcmlwdG9yUHJvdG9SB3NlcnZpY2USQwoJZXh0ZW5zaW9uGAcgAygLMiUuZ29vZ2xl' +
    'LnByb3RvYnVmLkZpZWxkRGVzY3JpcHRvclByb3RvUglleHRlbnNpb24SOwoHb3B0aW9ucxgIIAEoCzIcLmdv' +
    'b2dsZS5wcm90b2J1Zi5GaWxlT3B0aW9uc0gCUgdvcHRpb25ziAEBEhsKBnN5bnRheBgMIAEoCUgDUgZzeW50' +
    'YXiIAQFCBwoFX25hbWVCCgoIX3BhY2thZ2VCCgoIX29wdGlvbnNCCQoHX3N5bnRheCKeBQoPRGVzY3JpcHRv' +
    'clByb3RvEhcKBG5hbWUYASABKAlIAFIEbmFtZYgBARI7CgVmaWVsZBgCIAMoCzIlLmdvb2dsZS5wcm90b2J1' +
    'Zi5GaWVsZERlc2NyaXB0b3JQcm90b1IFZmllbGQSQwoJZXh0ZW5zaW9uGAYgAygLMiUuZ29vZ2xlLnByb3Rv' +
    'YnVmLkZpZWxkRGVzY3JpcHRvclByb3RvUglleHRlbnNpb24SQQoLbmVzdGVkX3R5cGUYAyADKAsyIC5nb29n' +
    'bGUucHJvdG9idWYuRGVzY3JpcHRvclByb3RvUgpuZXN0ZWRUeXBlEkEKCWVudW1fdHlwZRgEIAMoCzIkLmdv' +
    'b2dsZS5wcm90b2J1Zi5FbnVtRGVzY3JpcHRvclByb3RvUghlbnVtVHlwZRJECgpvbmVvZl9kZWNsGAggAygL' +
    'MiUuZ29vZ2xlLnByb3RvYnVmLk9uZW9mRGVzY3JpcHRvclByb3RvUglvbmVvZkRlY2wSPgoHb3B0aW9ucxgH' +
    'IAEoCzIfLmdvb2dsZS5wcm90b2J1Zi5NZXNzYWdlT3B0aW9uc0gBUgdvcHRpb25ziAEBElUKDnJlc2VydmVk' +
    'X3JhbmdlGAkgAygLMi4uZ29vZ2xlLnByb3RvYnVmLkRlc2NyaXB0b3JQcm90by5SZXNlcnZlZFJhbmdlUg1y' +
    'ZXNlcnZlZFJhbmdlEiMKDXJlc2VydmVkX25hbWUYCiADKAlSDHJlc2VydmVkTmFtZRpTCg1SZXNlcnZlZFJh' +
    'bmdlEhkKBXN0YXJ0GAEgASgFSABSBXN0YXJ0iAEBEhUKA2VuZBgCIAEoBUgBUgNlbmSIAQFCCAoGX3N0YXJ0' +
    'QgYKBF9lbmRCBwoFX25hbWVCCgoIX29wdGlvbnMitwgKFEZpZWxkRGVzY3JpcHRvclByb3RvEhcKBG5hbWUY' +
    'ASABKAlIAFIEbmFtZYgBARIbCgZudW1iZXIYAyABKAVIAVIGbnVtYmVyiAEBEkYKBWxhYmVsGAQgASgOMisu' +
    'Z29vZ2xlLnByb3RvYnVmLkZpZWxkRGVzY3JpcHRvclByb3RvLkxhYmVsSAJSBWxhYmVsiAEBEkMKBHR5cGUY' +
    'BSABKA4yKi5nb29nbGUucHJvdG9idWYuRmllbGREZXNjcmlwdG9yUHJvdG8uVHlwZUgDUgR0eXBliAEBEiAK' +
    'CXR5cGVfbmFtZRgGIAEoCUgEUgh0eXBlTmFtZYgBARIfCghleHRlbmRlZRgCIAEoCUgFUghleHRlbmRlZYgB' +
    'ARIoCg1kZWZhdWx0X3ZhbHVlGAcgASgJSAZSDGRlZmF1bHRWYWx1ZYgBARIkCgtvbmVvZl9pbmRleBgJIAEo' +
    'BUgHUgpvbmVvZkluZGV4iAEBEiAKCWpzb25fbmFtZRgKIAEoCUgIUghqc29uTmFtZYgBARI8CgdvcHRpb25z' +
    'GAggASgLMh0uZ29vZ2xlLnByb3RvYnVmLkZpZWxkT3B0aW9uc0gJUgdvcHRpb25ziAEBEiwKD3Byb3RvM19v' +
    'cHRpb25hbBgRIAEoCEgKUg5wcm90bzNPcHRpb25hbIgBASLMAgoEVHlwZRIUChBUWVBFX1VOU1BFQ0lGSUVE' +
    'EAASDwoLVFlQRV9ET1VCTEUQARIOCgpUWVBFX0ZMT0FUEAISDgoKVFlQRV9JTlQ2NBADEg8KC1RZUEVfVUlO' +
    'VDY0EAQSDgoKVFlQRV9JTlQzMhAFEhAKDFRZUEVfRklYRUQ2NBAGEhAKDFRZUEVfRklYRUQzMhAHEg0KCVRZ' +
    'UEVfQk9PTBAIEg8KC1RZUEVfU1RSSU5HEAkSDgoKVFlQRV9HUk9VUBAKEhAKDFRZUEVfTUVTU0FHRRALEg4K' +
    'ClRZUEVfQllURVMQDBIPCgtUWVBFX1VJTlQzMhANEg0KCVRZUEVfRU5VTRAOEhEKDVRZUEVfU0ZJWEVEMzIQ' +
    'DxIRCg1UWVBFX1NGSVhFRDY0EBASDwoLVFlQRV9TSU5UMzIQERIPCgtUWVBFX1NJTlQ2NBASIloKBUxhYmVs' +
    'EhUKEUxBQkVMX1VOU1BFQ0lGSUVEEAASEgoOTEFCRUxfT1BUSU9OQUwQARISCg5MQUJFTF9SRVFVSVJFRBAC' +
    'EhIKDkxBQkVMX1JFUEVBVEVEEANCBwoFX25hbWVCCQoHX251bWJlckIICgZfbGFiZWxCBwoFX3R5cGVCDAoK' +
    'X3R5cGVfbmFtZUILCglfZXh0ZW5kZWVCEAoOX2RlZmF1bHRfdmFsdWVCDgoMX29uZW9mX2luZGV4QgwKCl9q' +
    'c29uX25hbWVCCgoIX29wdGlvbnNCEgoQX3Byb3RvM19vcHRpb25hbCKCAQoUT25lb2ZEZXNjcmlwdG9yUHJv' +
    'dG8SFwoEbmFtZRgBIAEoCUgAUgRuYW1liAEBEjwKB29wdGlvbnMYAiABKAsyHS5nb29nbGUucHJvdG9idWYu' +
    'T25lb2ZPcHRpb25zSAFSB29wdGlvbnOIAQFCBwoFX25hbWVCCgoIX29wdGlvbnMingMKE0VudW1EZXNjcmlw' +
    'dG9yUHJvdG8SFwoEbmFtZRgBIAEoCUgAUgRuYW1liAEBEj8KBXZhbHVlGAIgAygLMikuZ29vZ2xlLnByb3Rv' +
    'YnVmLkVudW1WYWx1ZURlc2NyaXB0b3JQcm90b1IFdmFsdWUSOwoHb3B0aW9ucxgDIAEoCzIcLmdvb2dsZS5w' +
    'cm90b2J1Zi5FbnVtT3B0aW9uc0gBUgdvcHRpb25ziAEBEl0KDnJlc2VydmVkX3JhbmdlGAQgAygLMjYuZ29v' +
    'Z2xlLnByb3RvYnVmLkVudW1EZXNjcmlwdG9yUHJvdG8uRW51bVJlc2VydmVkUmFuZ2VSDXJlc2VydmVkUmFu' +
    'Z2USIwoNcmVzZXJ2ZWRfbmFtZRgFIAMoCVIMcmVzZXJ2ZWROYW1lGlcKEUVudW1SZXNlcnZlZFJhbmdlEhkK' +
    'BXN0YXJ0GAEgASgFSABSBXN0YXJ0iAEBEhUKA2VuZBgCIAEoBUgBUgNlbmSIAQFCCAoGX3N0YXJ0QgYKBF9l' +
    'bmRCBwoFX25hbWVCCgoIX29wdGlvbnMisgEKGEVudW1WYWx1ZURlc2NyaXB0b3JQcm90bxIXCgRuYW1lGAEg' +
    'ASgJSABSBG5hbWWIAQESGwoGbnVtYmVyGAIgASgFSAFSBm51bWJlcogBARJACgdvcHRpb25zGAMgASgLMiEu' +
    'Z29vZ2xlLnByb3RvYnVmLkVudW1WYWx1ZU9wdGlvbnNIAlIHb3B0aW9uc4gBAUIHCgVfbmFtZUIJCgdfbnVt' +
    'YmVyQgoKCF9vcHRpb25zIsYBChZTZXJ2aWNlRGVzY3JpcHRvclByb3RvEhcKBG5hbWUYASABKAlIAFIEbmFt' +
    'ZYgBARI+CgZtZXRob2QYAiADKAsyJi5nb29nbGUucHJvdG9idWYuTWV0aG9kRGVzY3JpcHRvclByb3RvUgZt' +
    'ZXRob2QSPgoHb3B0aW9ucxgDIAEoCzIfLmdvb2dsZS5wcm90b2J1Zi5TZXJ2aWNlT3B0aW9uc0gBUgdvcHRp' +
    'b25ziAEBQgcKBV9uYW1lQgoKCF9vcHRpb25zIvcCChVNZXRob2REZXNjcmlwdG9yUHJvdG8SFwoEbmFtZRgB' +
    'IAEoCUgAUgRuYW1liAEBEiIKCmlucHV0X3R5cGUYAiABKAlIAVIJaW5wdXRUeXBliAEBEiQKC291dHB1dF90' +
    'eXBlGAMgASgJSAJSCm91dHB1dFR5cGWIAQESPQoHb3B0aW9ucxgEIAEoCzIeLmdvb2dsZS5wcm90b2J1Zi5N' +
    'ZXRob2RPcHRpb25zSANSB29wdGlvbnOIAQESLgoQY2xpZW50X3N0cmVhbWluZxgFIAEoCEgEUg9jbGllbnRT' +
    'dHJlYW1pbmeIAQESLgoQc2VydmVyX3N0cmVhbWluZxgGIAEoCEgFUg9zZXJ2ZXJTdHJlYW1pbmeIAQFCBwoF' +
    'X25hbWVCDQoLX2lucHV0X3R5cGVCDgoMX291dHB1dF90eXBlQgoKCF9vcHRpb25zQhMKEV9jbGllbnRfc3Ry' +
    'ZWFtaW5nQhMKEV9zZXJ2ZXJfc3RyZWFtaW5nItALCgtGaWxlT3B0aW9ucxImCgxqYXZhX3BhY2thZ2UYASAB' +
    'KAlIAFILamF2YVBhY2thZ2WIAQESNQoUamF2YV9vdXRlcl9jbGFzc25hbWUYCCABKAlIAVISamF2YU91dGVy' +
    'Q2xhc3NuYW1liAEBEjMKE2phdmFfbXVsdGlwbGVfZmlsZXMYCiABKAhIAlIRamF2YU11bHRpcGxlRmlsZXOI' +
    'AQESSQodamF2YV9nZW5lcmF0ZV9lcXVhbHNfYW5kX2hhc2gYFCABKAhCAhgBSANSGWphdmFHZW5lcmF0ZUVx' +
    'dWFsc0FuZEhhc2iIAQESOAoWamF2YV9zdHJpbmdfY2hlY2tfdXRmOBgbIAEoCEgEUhNqYXZhU3RyaW5nQ2hl' +
    'Y2tVdGY4iAEBElEKDG9wdGltaXplX2ZvchgJIAEoDjIpLmdvb2dsZS5wcm90b2J1Zi5GaWxlT3B0aW9ucy5P' +
    'cHRpbWl6ZU1vZGVIBVILb3B0aW1pemVGb3KIAQESIgoKZ29fcGFja2FnZRgLIAEoCUgGUglnb1BhY2thZ2WI' +
    'AQESMwoTY2NfZ2VuZXJpY19zZXJ2aWNlcxgQIAEoCEgHUhFjY0dlbmVyaWNTZXJ2aWNlc4gBARI3ChVqYXZh' +
    'X2dlbmVyaWNfc2VydmljZXMYESABKAhICFITamF2YUdlbmVyaWNTZXJ2aWNlc4gBARIzChNweV9nZW5lcmlj' +
    'X3NlcnZpY2VzGBIgASgISAlSEXB5R2VuZXJpY1NlcnZpY2VziAEBEiMKCmRlcHJlY2F0ZWQYFyABKAhIClIK' +
    'ZGVwcmVjYXRlZIgBARItChBjY19lbmFibGVfYXJlbmFzGB8gASgISAtSDmNjRW5hYmxlQXJlbmFziAEBEi8K' +
    'EW9iamNfY2xhc3NfcHJlZml4GCQgASgJSAxSD29iamNDbGFzc1ByZWZpeIgBARIuChBjc2hhcnBfbmFtZXNw' +
    'YWNlGCUgASgJSA1SD2NzaGFycE5hbWVzcGFjZYgBARImCgxzd2lmdF9wcmVmaXgYJyABKAlIDlILc3dpZnRQ' +
    'cmVmaXiIAQESLQoQcGhwX2NsYXNzX3ByZWZpeBgoIAEoCUgPUg5waHBDbGFzc1ByZWZpeIgBARIoCg1waHBf' +
    'bmFtZXNwYWNlGCkgASgJSBBSDHBocE5hbWVzcGFjZYgBARI5ChZwaHBfbWV0YWRhdGFfbmFtZXNwYWNlGCwg' +
    'ASgJSBFSFHBocE1ldGFkYXRhTmFtZXNwYWNliAEBEiYKDHJ1YnlfcGFja2FnZRgtIAEoCUgSUgtydWJ5UGFj' +
    'a2FnZYgBASJZCgxPcHRpbWl6ZU1vZGUSHQoZT1BUSU1JWkVfTU9ERV9VTlNQRUNJRklFRBAAEgkKBVNQRUVE' +
    'EAESDQoJQ09ERV9TSVpFEAISEAoMTElURV9SVU5USU1FEANCDwoNX2phdmFfcGFja2FnZUIXChVfamF2YV9v' +
    'dXRlcl9jbGFzc25hbWVCFgoUX2phdmFfbXVsdGlwbGVfZmlsZXNCIAoeX2phdmFfZ2VuZXJhdGVfZXF1YWxz' +
    'X2FuZF9oYXNoQhkKF19qYXZhX3N0cmluZ19jaGVja191dGY4Qg8KDV9vcHRpbWl6ZV9mb3JCDQoLX2dvX3Bh' +
    'Y2thZ2VCFgoUX2NjX2dlbmVyaWNfc2VydmljZXNCGAoWX2phdmFfZ2VuZXJpY19zZXJ2aWNlc0IWChRfcHlf' +
    'Z2VuZXJpY19zZXJ2aWNlc0INCgtfZGVwcmVjYXRlZEITChFfY2NfZW5hYmxlX2FyZW5hc0IUChJfb2JqY19j' +
    'bGFzc19wcmVmaXhCEwoRX2NzaGFycF9uYW1lc3BhY2VCDwoNX3N3aWZ0X3ByZWZpeEITChFfcGhwX2NsYXNz' +
    'X3ByZWZpeEIQCg5fcGhwX25hbWVzcGFjZUIZChdfcGhwX21ldGFkYXRhX25hbWVzcGFjZUIPCg1fcnVieV9w' +
    'YWNrYWdlIsQDCg5NZXNzYWdlT3B0aW9ucxI6ChdtZXNzYWdlX3NldF93aXJlX2Zvcm1hdBgBIAEoCEgAUhRt' +
    'ZXNzYWdlU2V0V2lyZUZvcm1hdIgBARJKCh9ub19zdGFuZGFyZF9kZXNjcmlwdG9yX2FjY2Vzc29yGAIgASgI' +
    'SAFSHG5vU3RhbmRhcmREZXNjcmlwdG9yQWNjZXNzb3KIAQESIwoKZGVwcmVjYXRlZBgDIAEoCEgCUgpkZXBy' +
    'ZWNhdGVkiAEBEiAKCW1hcF9lbnRyeRgHIAEoCEgDUghtYXBFbnRyeYgBARJbCiZkZXByZWNhdGVkX2xlZ2Fj' +
    'eV9qc29uX2ZpZWxkX2NvbmZsaWN0cxgLIAEoCEICGAFIBFIiZGVwcmVjYXRlZExlZ2FjeUpzb25GaWVsZENv' +
    'bmZsaWN0c4gBAUIaChhfbWVzc2FnZV9zZXRfd2lyZV9mb3JtYXRCIgogX25vX3N0YW5kYXJkX2Rlc2NyaXB0' +
    'b3JfYWNjZXNzb3JCDQoLX2RlcHJlY2F0ZWRCDAoKX21hcF9lbnRyeUIpCidfZGVwcmVjYXRlZF9sZWdhY3lf' +
    'anNvbl9maWVsZF9jb25mbGljdHMiwQgKDEZpZWxkT3B0aW9ucxI+CgVjdHlwZRgBIAEoDjIjLmdvb2dsZS5w' +
    'cm90b2J1Zi5GaWVsZE9wdGlvbnMuQ1R5cGVIAFIFY3R5cGWIAQESGwoGcGFja2VkGAIgASgISAFSBnBhY2tl' +
    'ZIgBARJBCgZqc3R5cGUYBiABKA4yJC5nb29nbGUucHJvdG9idWYuRmllbGRPcHRpb25zLkpTVHlwZUgCUgZq' +
    'c3R5cGWIAQESFwoEbGF6eRgFIAEoCEgDUgRsYXp5iAEBEiwKD3VudmVyaWZpZWRfbGF6eRgPIAEoCEgEUg51' +
    'bnZlcmlmaWVkTGF6eYgBARIjCgpkZXByZWNhdGVkGAMgASgISAVSCmRlcHJlY2F0ZWSIAQESGwoEd2VhaxgK' +
    'IAEoCEICGAFIBlIEd2Vha4gBARImCgxkZWJ1Z19yZWRhY3QYECABKAhIB1ILZGVidWdSZWRhY3SIAQESUAoJ' +
    'cmV0ZW50aW9uGBEgASgOMi0uZ29vZ2xlLnByb3RvYnVmLkZpZWxkT3B0aW9ucy5PcHRpb25SZXRlbnRpb25I' +
    'CFIJcmV0ZW50aW9uiAEBEkwKB3RhcmdldHMYEyADKA4yLi5nb29nbGUucHJvdG9idWYuRmllbGRPcHRpb25z' +
    'Lk9wdGlvblRhcmdldFR5cGVCAhAAUgd0YXJnZXRzIi8KBUNUeXBlEgoKBlNUUklORxAAEggKBENPUkQQARIQ' +
    'CgxTVFJJTkdfUElFQ0UQAiI1CgZKU1R5cGUSDQoJSlNfTk9STUFMEAASDQoJSlNfU1RSSU5HEAESDQoJSlNf' +
    'TlVNQkVSEAIiVQoPT3B0aW9uUmV0ZW50aW9uEhUKEVJFVEVOVElPTl9VTktOT1dOEAASFQoRUkVURU5USU9O' +
    'X1JVTlRJTUUQARIUChBSRVRFTlRJT05fU09VUkNFEAIijAIKEE9wdGlvblRhcmdldFR5cGUSFwoTVEFSR0VU' +
    'X1RZUEVfVU5LTk9XThAAEhQKEFRBUkdFVF9UWVBFX0ZJTEUQARIfChtUQVJHRVRfVFlQRV9FWFRFTlNJT05f' +
    'UkFOR0UQAhIXChNUQVJHRVRfVFlQRV9NRVNTQUdFEAMSFQoRVEFSR0VUX1RZUEVfRklFTEQQBBIVChFUQVJH' +
    'RVRfVFlQRV9PTkVPRhAFEhQKEFRBUkdFVF9UWVBFX0VOVU0QBhIaChZUQVJHRVRfVFlQRV9FTlVNX0VOVFJZ' +
    'EAcSFwoTVEFSR0VUX1RZUEVfU0VSVklDRRAIEhYKElRBUkdFVF9UWVBFX01FVEhPRBAJQggKBl9jdHlwZUIJ' +
    'CgdfcGFja2VkQgkKB19qc3R5cGVCBwoFX2xhenlCEgoQX3VudmVyaWZpZWRfbGF6eUINCgtfZGVwcmVjYXRl' +
    'ZEIHCgVfd2Vha0IPCg1fZGVidWdfcmVkYWN0QgwKCl9yZXRlbnRpb24iDgoMT25lb2ZPcHRpb25zIv8BCgtF' +
    'bnVtT3B0aW9ucxIkCgthbGxvd19hbGlhcxgCIAEoCEgAUgphbGxvd0FsaWFziAEBEiMKCmRlcHJlY2F0ZWQY' +
    'AyABKAhIAVIKZGVwcmVjYXRlZIgBARJbCiZkZXByZWNhdGVkX2xlZ2FjeV9qc29uX2ZpZWxkX2NvbmZsaWN0' +
    'cxgGIAEoCEICGAFIAlIiZGVwcmVjYXRlZExlZ2FjeUpzb25GaWVsZENvbmZsaWN0c4gBAUIOCgxfYWxsb3df' +
    'YWxpYXNCDQoLX2RlcHJlY2F0ZWRCKQonX2RlcHJlY2F0ZWRfbGVnYWN5X2pzb25fZmllbGRfY29uZmxpY3Rz' +
    'In8KEEVudW1WYWx1ZU9wdGlvbnMSIwoKZGVwcmVjYXRlZBgBIAEoCEgAUgpkZXByZWNhdGVkiAEBEiYKDGRl' +
    'YnVnX3JlZGFjdBgDIAEoCEgBUgtkZWJ1Z1JlZGFjdIgBAUINCgtfZGVwcmVjYXRlZEIPCg1fZGVidWdfcmVk' +
    'YWN0IkQKDlNlcnZpY2VPcHRpb25zEiMKCmRlcHJlY2F0ZWQYISABKAhIAFIKZGVwcmVjYXRlZIgBAUINCgtf' +
    'ZGVwcmVjYXRlZCKOAgoNTWV0aG9kT3B0aW9ucxIjCgpkZXByZWNhdGVkGCEgASgISABSCmRlcHJlY2F0ZWSI' +
    'AQESYQoRaWRlbXBvdGVuY3lfbGV2ZWwYIiABKA4yLy5nb29nbGUucHJvdG9idWYuTWV0aG9kT3B0aW9ucy5J' +
    'ZGVtcG90ZW5jeUxldmVsSAFSEGlkZW1wb3RlbmN5TGV2ZWyIAQEiUAoQSWRlbXBvdGVuY3lMZXZlbBIXChNJ' +
    'REVNUE9URU5DWV9VTktOT1dOEAASEwoPTk9fU0lERV9FRkZFQ1RTEAESDgoKSURFTVBPVEVOVBACQg0KC19k' +
    'ZXByZWNhdGVkQhQKEl9pZGVtcG90ZW5jeV9sZXZlbGIGcHJvdG8z',
};

export const FieldDescriptorProto_Type = {
  TYPE_UNSPECIFIED: 0,
  TYPE_DOUBLE: 1,
  TYPE_FLOAT: 2,
  TYPE_INT64: 3,
  TYPE_UINT64: 4,
  TYPE_INT32: 5,
  TYPE_FIXED64: 6,
  TYPE_FIXED32: 7,
  TYPE_BOOL: 8,
  TYPE_STRING: 9,
  TYPE_GROUP: 10,
  TYPE_MESSAGE: 11,
  TYPE_BYTES: 12,
  TYPE_UINT32: 13,
  TYPE_ENUM: 14,
  TYPE_SFIXED32: 15,
  TYPE_SFIXED64: 16,
  TYPE_SINT32: 17,
  TYPE_SINT64: 18,
} as const;
export type FieldDescriptorProto_Type = OpenEnum<typeof FieldDescriptorProto_Type>;

export const FieldDescriptorProto_Label = {
  LABEL_UNSPECIFIED: 0,
  LABEL_OPTIONAL: 1,
  LABEL_REQUIRED: 2,
  LABEL_REPEATED: 3,
} as const;
export type FieldDescriptorProto_Label = OpenEnum<typeof FieldDescriptorProto_Label>;

export const FileOptions_OptimizeMode = {
  OPTIMIZE_MODE_UNSPECIFIED: 0,
  SPEED: 1,
  CODE_SIZE: 2,
  LITE_RUNTIME: 3,
} as const;
export type FileOptions_OptimizeMode = OpenEnum<typeof FileOptions_OptimizeMode>;

export const FieldOptions_CType = {
  STRING: 0,
  CORD: 1,
  STRING_PIECE: 2,
} as const;
export type FieldOptions_CType = OpenEnum<typeof FieldOptions_CType>;

export const FieldOptions_JSType = {
  JS_NORMAL: 0,
  JS_STRING: 1,
  JS_NUMBER: 2,
} as const;
export type FieldOptions_JSType = OpenEnum<typeof FieldOptions_JSType>;

export const FieldOptions_OptionRetention = {
  RETENTION_UNKNOWN: 0,
  RETENTION_RUNTIME: 1,
  /** The option is not in descriptors that a program has with it. */
  RETENTION_SOURCE: 2,
} as const;
export type FieldOptions_OptionRetention = OpenEnum<typeof FieldOptions_OptionRetention>;

export const FieldOptions_OptionTargetType = {
  TARGET_TYPE_UNKNOWN: 0,
  TARGET_TYPE_FILE: 1,
  TARGET_TYPE_EXTENSION_RANGE: 2,
  TARGET_TYPE_MESSAGE: 3,
  TARGET_TYPE_FIELD: 4,
  TARGET_TYPE_ONEOF: 5,
  TARGET_TYPE_ENUM: 6,
  TARGET_TYPE_ENUM_ENTRY: 7,
  TARGET_TYPE_SERVICE: 8,
  TARGET_TYPE_METHOD: 9,
} as const;
export type FieldOptions_OptionTargetType = OpenEnum<typeof FieldOptions_OptionTargetType>;

export const MethodOptions_IdempotencyLevel = {
  IDEMPOTENCY_UNKNOWN: 0,
  NO_SIDE_EFFECTS: 1,
  IDEMPOTENT: 2,
} as const;
export type MethodOptions_IdempotencyLevel = OpenEnum<typeof MethodOptions_IdempotencyLevel>;

export interface FileDescriptorSet extends Message {
  file: FileDescriptorProto[];
}

export const FileDescriptorSet: MessageType<FileDescriptorSet> = {
  descriptor: {
    name: 'google.protobuf.FileDescriptorSet',
    fields: [
      {
        number: 1,
        name: 'file',
        type: 'message',
        cardinality: 'repeated',
        message: () => FileDescriptorProto.descriptor,
      },
    ],
  },
  create: (init) => create(FileDescriptorSet.descriptor, emptyFileDescriptorSet(), init),
  encode: (message) => encode(FileDescriptorSet.descriptor, message, writeFileDescriptorSet),
  decode: (bytes, limits) =>
    decode(
      FileDescriptorSet.descriptor,
      bytes,
      emptyFileDescriptorSet(),
      readFileDescriptorSet,
      limits,
    ),
};

export function emptyFileDescriptorSet(): FileDescriptorSet {
  return { file: [] };
}

export function writeFileDescriptorSet(message: FileDescriptorSet, writer: Writer): void {
  for (const item of message.file ?? []) {
    const start = writer.enter(10);
    writeFileDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileDescriptorSet(message: FileDescriptorSet, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(348);
        const part = emptyFileDescriptorProto();
        readFileDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.file).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FileDescriptorProto extends Message {
  name?: string;
  package?: string;
  dependency: string[];
  messageType: DescriptorProto[];
  enumType: EnumDescriptorProto[];
  service: ServiceDescriptorProto[];
  /** In proto3 these are options that somebody has declared. */
  extension: FieldDescriptorProto[];
  options?: FileOptions;
  /** Which of `dependency` are public: their indexes. */
  publicDependency: number[];
  weakDependency: number[];
  syntax?: string;
}

export const FileDescriptorProto: MessageType<FileDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.FileDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'package', type: 'string', cardinality: 'optional' },
      { number: 3, name: 'dependency', type: 'string', cardinality: 'repeated' },
      {
        number: 4,
        name: 'messageType',
        protoName: 'message_type',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto.descriptor,
      },
      {
        number: 5,
        name: 'enumType',
        protoName: 'enum_type',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumDescriptorProto.descriptor,
      },
      {
        number: 6,
        name: 'service',
        type: 'message',
        cardinality: 'repeated',
        message: () => ServiceDescriptorProto.descriptor,
      },
      {
        number: 7,
        name: 'extension',
        type: 'message',
        cardinality: 'repeated',
        message: () => FieldDescriptorProto.descriptor,
      },
      {
        number: 8,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => FileOptions.descriptor,
      },
      {
        number: 10,
        name: 'publicDependency',
        protoName: 'public_dependency',
        type: 'int32',
        cardinality: 'repeated',
      },
      {
        number: 11,
        name: 'weakDependency',
        protoName: 'weak_dependency',
        type: 'int32',
        cardinality: 'repeated',
      },
      { number: 12, name: 'syntax', type: 'string', cardinality: 'optional' },
    ],
  },
  create: (init) => create(FileDescriptorProto.descriptor, emptyFileDescriptorProto(), init),
  encode: (message) => encode(FileDescriptorProto.descriptor, message, writeFileDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      FileDescriptorProto.descriptor,
      bytes,
      emptyFileDescriptorProto(),
      readFileDescriptorProto,
      limits,
    ),
};

export function emptyFileDescriptorProto(): FileDescriptorProto {
  return {
    name: undefined,
    package: undefined,
    dependency: [],
    messageType: [],
    enumType: [],
    service: [],
    extension: [],
    options: undefined,
    publicDependency: [],
    weakDependency: [],
    syntax: undefined,
  };
}

export function writeFileDescriptorProto(message: FileDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.package != null) writer.tag(18).string(message.package);
  for (const item of message.dependency ?? []) writer.tag(26).string(item);
  for (const item of message.messageType ?? []) {
    const start = writer.enter(34);
    writeDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.enumType ?? []) {
    const start = writer.enter(42);
    writeEnumDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.service ?? []) {
    const start = writer.enter(50);
    writeServiceDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.extension ?? []) {
    const start = writer.enter(58);
    writeFieldDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(66);
    writeFileOptions(message.options, writer);
    writer.leave(start);
  }
  for (const item of message.publicDependency ?? []) writer.tag(80).int32(item);
  for (const item of message.weakDependency ?? []) writer.tag(88).int32(item);
  if (message.syntax != null) writer.tag(98).string(message.syntax);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileDescriptorProto(message: FileDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.package = reader.string();
        break;
      case 26:
        reader.item(message.dependency).push(reader.string());
        break;
      case 34: {
        const outer = reader.enter(332);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.messageType).push(part);
        break;
      }
      case 42: {
        const outer = reader.enter(172);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.enumType).push(part);
        break;
      }
      case 50: {
        const outer = reader.enter(100);
        const part = emptyServiceDescriptorProto();
        readServiceDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.service).push(part);
        break;
      }
      case 58: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.extension).push(part);
        break;
      }
      case 66: {
        const outer = reader.enter(188);
        const part = message.options ?? emptyFileOptions();
        readFileOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 80:
        reader.item(message.publicDependency).push(reader.int32());
        break;
      case 82:
        readInt32s(reader, message.publicDependency);
        break;
      case 88:
        reader.item(message.weakDependency).push(reader.int32());
        break;
      case 90:
        readInt32s(reader, message.weakDependency);
        break;
      case 98:
        message.syntax = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface DescriptorProto extends Message {
  name?: string;
  field: FieldDescriptorProto[];
  /** The entries of maps too. */
  nestedType: DescriptorProto[];
  enumType: EnumDescriptorProto[];
  extension: FieldDescriptorProto[];
  options?: MessageOptions;
  oneofDecl: OneofDescriptorProto[];
  reservedRange: DescriptorProto_ReservedRange[];
  reservedName: string[];
}

export const DescriptorProto: MessageType<DescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.DescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'field',
        type: 'message',
        cardinality: 'repeated',
        message: () => FieldDescriptorProto.descriptor,
      },
      {
        number: 3,
        name: 'nestedType',
        protoName: 'nested_type',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto.descriptor,
      },
      {
        number: 4,
        name: 'enumType',
        protoName: 'enum_type',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumDescriptorProto.descriptor,
      },
      {
        number: 6,
        name: 'extension',
        type: 'message',
        cardinality: 'repeated',
        message: () => FieldDescriptorProto.descriptor,
      },
      {
        number: 7,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => MessageOptions.descriptor,
      },
      {
        number: 8,
        name: 'oneofDecl',
        protoName: 'oneof_decl',
        type: 'message',
        cardinality: 'repeated',
        message: () => OneofDescriptorProto.descriptor,
      },
      {
        number: 9,
        name: 'reservedRange',
        protoName: 'reserved_range',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto_ReservedRange.descriptor,
      },
      {
        number: 10,
        name: 'reservedName',
        protoName: 'reserved_name',
        type: 'string',
        cardinality: 'repeated',
      },
    ],
  },
  create: (init) => create(DescriptorProto.descriptor, emptyDescriptorProto(), init),
  encode: (message) => encode(DescriptorProto.descriptor, message, writeDescriptorProto),
  decode: (bytes, limits) =>
    decode(DescriptorProto.descriptor, bytes, emptyDescriptorProto(), readDescriptorProto, limits),
};

export function emptyDescriptorProto(): DescriptorProto {
  return {
    name: undefined,
    field: [],
    nestedType: [],
    enumType: [],
    extension: [],
    options: undefined,
    oneofDecl: [],
    reservedRange: [],
    reservedName: [],
  };
}

export function writeDescriptorProto(message: DescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.field ?? []) {
    const start = writer.enter(18);
    writeFieldDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.nestedType ?? []) {
    const start = writer.enter(26);
    writeDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.enumType ?? []) {
    const start = writer.enter(34);
    writeEnumDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.extension ?? []) {
    const start = writer.enter(50);
    writeFieldDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(58);
    writeMessageOptions(message.options, writer);
    writer.leave(start);
  }
  for (const item of message.oneofDecl ?? []) {
    const start = writer.enter(66);
    writeOneofDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedRange ?? []) {
    const start = writer.enter(74);
    writeDescriptorProto_ReservedRange(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedName ?? []) writer.tag(82).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDescriptorProto(message: DescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.field).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(332);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.nestedType).push(part);
        break;
      }
      case 34: {
        const outer = reader.enter(172);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.enumType).push(part);
        break;
      }
      case 50: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.extension).push(part);
        break;
      }
      case 58: {
        const outer = reader.enter(76);
        const part = message.options ?? emptyMessageOptions();
        readMessageOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 66: {
        const outer = reader.enter(68);
        const part = emptyOneofDescriptorProto();
        readOneofDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.oneofDecl).push(part);
        break;
      }
      case 74: {
        const outer = reader.enter(68);
        const part = emptyDescriptorProto_ReservedRange();
        readDescriptorProto_ReservedRange(part, reader);
        reader.leave(outer);
        reader.item(message.reservedRange).push(part);
        break;
      }
      case 82:
        reader.item(message.reservedName).push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface DescriptorProto_ReservedRange extends Message {
  start?: number;
  /** One beyond the last. */
  end?: number;
}

export const DescriptorProto_ReservedRange: MessageType<DescriptorProto_ReservedRange> = {
  descriptor: {
    name: 'google.protobuf.DescriptorProto.ReservedRange',
    fields: [
      { number: 1, name: 'start', type: 'int32', cardinality: 'optional' },
      { number: 2, name: 'end', type: 'int32', cardinality: 'optional' },
    ],
  },
  create: (init) =>
    create(DescriptorProto_ReservedRange.descriptor, emptyDescriptorProto_ReservedRange(), init),
  encode: (message) =>
    encode(DescriptorProto_ReservedRange.descriptor, message, writeDescriptorProto_ReservedRange),
  decode: (bytes, limits) =>
    decode(
      DescriptorProto_ReservedRange.descriptor,
      bytes,
      emptyDescriptorProto_ReservedRange(),
      readDescriptorProto_ReservedRange,
      limits,
    ),
};

export function emptyDescriptorProto_ReservedRange(): DescriptorProto_ReservedRange {
  return { start: undefined, end: undefined };
}

export function writeDescriptorProto_ReservedRange(
  message: DescriptorProto_ReservedRange,
  writer: Writer,
): void {
  if (message.start != null) writer.tag(8).int32(message.start);
  if (message.end != null) writer.tag(16).int32(message.end);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDescriptorProto_ReservedRange(
  message: DescriptorProto_ReservedRange,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.start = reader.int32();
        break;
      case 16:
        message.end = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FieldDescriptorProto extends Message {
  name?: string;
  /** Of an extension: the message that it extends, with a dot in front. */
  extendee?: string;
  number?: number;
  label?: FieldDescriptorProto_Label;
  type?: FieldDescriptorProto_Type;
  /** With a dot in front: `.ecommerce.Order`. */
  typeName?: string;
  defaultValue?: string;
  options?: FieldOptions;
  /** Which of the message's `oneof_decl` it is in. */
  oneofIndex?: number;
  jsonName?: string;
  /** The word `optional` stands in front of it. */
  proto3Optional?: boolean;
}

export const FieldDescriptorProto: MessageType<FieldDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.FieldDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'extendee', type: 'string', cardinality: 'optional' },
      { number: 3, name: 'number', type: 'int32', cardinality: 'optional' },
      {
        number: 4,
        name: 'label',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({
          name: 'google.protobuf.FieldDescriptorProto.Label',
          numbers: FieldDescriptorProto_Label,
        }),
      },
      {
        number: 5,
        name: 'type',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({
          name: 'google.protobuf.FieldDescriptorProto.Type',
          numbers: FieldDescriptorProto_Type,
        }),
      },
      {
        number: 6,
        name: 'typeName',
        protoName: 'type_name',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 7,
        name: 'defaultValue',
        protoName: 'default_value',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 8,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => FieldOptions.descriptor,
      },
      {
        number: 9,
        name: 'oneofIndex',
        protoName: 'oneof_index',
        type: 'int32',
        cardinality: 'optional',
      },
      {
        number: 10,
        name: 'jsonName',
        protoName: 'json_name',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 17,
        name: 'proto3Optional',
        protoName: 'proto3_optional',
        type: 'bool',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(FieldDescriptorProto.descriptor, emptyFieldDescriptorProto(), init),
  encode: (message) => encode(FieldDescriptorProto.descriptor, message, writeFieldDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      FieldDescriptorProto.descriptor,
      bytes,
      emptyFieldDescriptorProto(),
      readFieldDescriptorProto,
      limits,
    ),
};

export function emptyFieldDescriptorProto(): FieldDescriptorProto {
  return {
    name: undefined,
    extendee: undefined,
    number: undefined,
    label: undefined,
    type: undefined,
    typeName: undefined,
    defaultValue: undefined,
    options: undefined,
    oneofIndex: undefined,
    jsonName: undefined,
    proto3Optional: undefined,
  };
}

export function writeFieldDescriptorProto(message: FieldDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.extendee != null) writer.tag(18).string(message.extendee);
  if (message.number != null) writer.tag(24).int32(message.number);
  if (message.label != null) writer.tag(32).int32(message.label);
  if (message.type != null) writer.tag(40).int32(message.type);
  if (message.typeName != null) writer.tag(50).string(message.typeName);
  if (message.defaultValue != null) writer.tag(58).string(message.defaultValue);
  if (message.options != null) {
    const start = writer.enter(66);
    writeFieldOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.oneofIndex != null) writer.tag(72).int32(message.oneofIndex);
  if (message.jsonName != null) writer.tag(82).string(message.jsonName);
  if (message.proto3Optional != null) writer.tag(136).bool(message.proto3Optional);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFieldDescriptorProto(message: FieldDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.extendee = reader.string();
        break;
      case 24:
        message.number = reader.int32();
        break;
      case 32:
        message.label = reader.int32();
        break;
      case 40:
        message.type = reader.int32();
        break;
      case 50:
        message.typeName = reader.string();
        break;
      case 58:
        message.defaultValue = reader.string();
        break;
      case 66: {
        const outer = reader.enter(148);
        const part = message.options ?? emptyFieldOptions();
        readFieldOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 72:
        message.oneofIndex = reader.int32();
        break;
      case 82:
        message.jsonName = reader.string();
        break;
      case 136:
        message.proto3Optional = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface OneofDescriptorProto extends Message {
  name?: string;
  options?: OneofOptions;
}

export const OneofDescriptorProto: MessageType<OneofDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.OneofDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => OneofOptions.descriptor,
      },
    ],
  },
  create: (init) => create(OneofDescriptorProto.descriptor, emptyOneofDescriptorProto(), init),
  encode: (message) => encode(OneofDescriptorProto.descriptor, message, writeOneofDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      OneofDescriptorProto.descriptor,
      bytes,
      emptyOneofDescriptorProto(),
      readOneofDescriptorProto,
      limits,
    ),
};

export function emptyOneofDescriptorProto(): OneofDescriptorProto {
  return { name: undefined, options: undefined };
}

export function writeOneofDescriptorProto(message: OneofDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.options != null) {
    const start = writer.enter(18);
    writeOneofOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOneofDescriptorProto(message: OneofDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyOneofOptions();
        readOneofOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumDescriptorProto extends Message {
  name?: string;
  value: EnumValueDescriptorProto[];
  options?: EnumOptions;
  reservedRange: EnumDescriptorProto_EnumReservedRange[];
  reservedName: string[];
}

export const EnumDescriptorProto: MessageType<EnumDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.EnumDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'value',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumValueDescriptorProto.descriptor,
      },
      {
        number: 3,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => EnumOptions.descriptor,
      },
      {
        number: 4,
        name: 'reservedRange',
        protoName: 'reserved_range',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumDescriptorProto_EnumReservedRange.descriptor,
      },
      {
        number: 5,
        name: 'reservedName',
        protoName: 'reserved_name',
        type: 'string',
        cardinality: 'repeated',
      },
    ],
  },
  create: (init) => create(EnumDescriptorProto.descriptor, emptyEnumDescriptorProto(), init),
  encode: (message) => encode(EnumDescriptorProto.descriptor, message, writeEnumDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      EnumDescriptorProto.descriptor,
      bytes,
      emptyEnumDescriptorProto(),
      readEnumDescriptorProto,
      limits,
    ),
};

export function emptyEnumDescriptorProto(): EnumDescriptorProto {
  return { name: undefined, value: [], options: undefined, reservedRange: [], reservedName: [] };
}

export function writeEnumDescriptorProto(message: EnumDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.value ?? []) {
    const start = writer.enter(18);
    writeEnumValueDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(26);
    writeEnumOptions(message.options, writer);
    writer.leave(start);
  }
  for (const item of message.reservedRange ?? []) {
    const start = writer.enter(34);
    writeEnumDescriptorProto_EnumReservedRange(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedName ?? []) writer.tag(42).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumDescriptorProto(message: EnumDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(68);
        const part = emptyEnumValueDescriptorProto();
        readEnumValueDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.value).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyEnumOptions();
        readEnumOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 34: {
        const outer = reader.enter(68);
        const part = emptyEnumDescriptorProto_EnumReservedRange();
        readEnumDescriptorProto_EnumReservedRange(part, reader);
        reader.leave(outer);
        reader.item(message.reservedRange).push(part);
        break;
      }
      case 42:
        reader.item(message.reservedName).push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumDescriptorProto_EnumReservedRange extends Message {
  start?: number;
  /** The last, and not one beyond it as in a message. */
  end?: number;
}

export const EnumDescriptorProto_EnumReservedRange: MessageType<EnumDescriptorProto_EnumReservedRange> =
  {
    descriptor: {
      name: 'google.protobuf.EnumDescriptorProto.EnumReservedRange',
      fields: [
        { number: 1, name: 'start', type: 'int32', cardinality: 'optional' },
        { number: 2, name: 'end', type: 'int32', cardinality: 'optional' },
      ],
    },
    create: (init) =>
      create(
        EnumDescriptorProto_EnumReservedRange.descriptor,
        emptyEnumDescriptorProto_EnumReservedRange(),
        init,
      ),
    encode: (message) =>
      encode(
        EnumDescriptorProto_EnumReservedRange.descriptor,
        message,
        writeEnumDescriptorProto_EnumReservedRange,
      ),
    decode: (bytes, limits) =>
      decode(
        EnumDescriptorProto_EnumReservedRange.descriptor,
        bytes,
        emptyEnumDescriptorProto_EnumReservedRange(),
        readEnumDescriptorProto_EnumReservedRange,
        limits,
      ),
  };

export function emptyEnumDescriptorProto_EnumReservedRange(): EnumDescriptorProto_EnumReservedRange {
  return { start: undefined, end: undefined };
}

export function writeEnumDescriptorProto_EnumReservedRange(
  message: EnumDescriptorProto_EnumReservedRange,
  writer: Writer,
): void {
  if (message.start != null) writer.tag(8).int32(message.start);
  if (message.end != null) writer.tag(16).int32(message.end);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumDescriptorProto_EnumReservedRange(
  message: EnumDescriptorProto_EnumReservedRange,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.start = reader.int32();
        break;
      case 16:
        message.end = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumValueDescriptorProto extends Message {
  name?: string;
  number?: number;
  options?: EnumValueOptions;
}

export const EnumValueDescriptorProto: MessageType<EnumValueDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.EnumValueDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'number', type: 'int32', cardinality: 'optional' },
      {
        number: 3,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => EnumValueOptions.descriptor,
      },
    ],
  },
  create: (init) =>
    create(EnumValueDescriptorProto.descriptor, emptyEnumValueDescriptorProto(), init),
  encode: (message) =>
    encode(EnumValueDescriptorProto.descriptor, message, writeEnumValueDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      EnumValueDescriptorProto.descriptor,
      bytes,
      emptyEnumValueDescriptorProto(),
      readEnumValueDescriptorProto,
      limits,
    ),
};

export function emptyEnumValueDescriptorProto(): EnumValueDescriptorProto {
  return { name: undefined, number: undefined, options: undefined };
}

export function writeEnumValueDescriptorProto(
  message: EnumValueDescriptorProto,
  writer: Writer,
): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.number != null) writer.tag(16).int32(message.number);
  if (message.options != null) {
    const start = writer.enter(26);
    writeEnumValueOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumValueDescriptorProto(
  message: EnumValueDescriptorProto,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 16:
        message.number = reader.int32();
        break;
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyEnumValueOptions();
        readEnumValueOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ServiceDescriptorProto extends Message {
  name?: string;
  method: MethodDescriptorProto[];
  options?: ServiceOptions;
}

export const ServiceDescriptorProto: MessageType<ServiceDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.ServiceDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'method',
        type: 'message',
        cardinality: 'repeated',
        message: () => MethodDescriptorProto.descriptor,
      },
      {
        number: 3,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => ServiceOptions.descriptor,
      },
    ],
  },
  create: (init) => create(ServiceDescriptorProto.descriptor, emptyServiceDescriptorProto(), init),
  encode: (message) =>
    encode(ServiceDescriptorProto.descriptor, message, writeServiceDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      ServiceDescriptorProto.descriptor,
      bytes,
      emptyServiceDescriptorProto(),
      readServiceDescriptorProto,
      limits,
    ),
};

export function emptyServiceDescriptorProto(): ServiceDescriptorProto {
  return { name: undefined, method: [], options: undefined };
}

export function writeServiceDescriptorProto(message: ServiceDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.method ?? []) {
    const start = writer.enter(18);
    writeMethodDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(26);
    writeServiceOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServiceDescriptorProto(message: ServiceDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(84);
        const part = emptyMethodDescriptorProto();
        readMethodDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.method).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyServiceOptions();
        readServiceOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MethodDescriptorProto extends Message {
  name?: string;
  /** With a dot in front. */
  inputType?: string;
  outputType?: string;
  options?: MethodOptions;
  clientStreaming?: boolean;
  serverStreaming?: boolean;
}

export const MethodDescriptorProto: MessageType<MethodDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.MethodDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'inputType',
        protoName: 'input_type',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 3,
        name: 'outputType',
        protoName: 'output_type',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 4,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => MethodOptions.descriptor,
      },
      {
        number: 5,
        name: 'clientStreaming',
        protoName: 'client_streaming',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 6,
        name: 'serverStreaming',
        protoName: 'server_streaming',
        type: 'bool',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(MethodDescriptorProto.descriptor, emptyMethodDescriptorProto(), init),
  encode: (message) =>
    encode(MethodDescriptorProto.descriptor, message, writeMethodDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      MethodDescriptorProto.descriptor,
      bytes,
      emptyMethodDescriptorProto(),
      readMethodDescriptorProto,
      limits,
    ),
};

export function emptyMethodDescriptorProto(): MethodDescriptorProto {
  return {
    name: undefined,
    inputType: undefined,
    outputType: undefined,
    options: undefined,
    clientStreaming: undefined,
    serverStreaming: undefined,
  };
}

export function writeMethodDescriptorProto(message: MethodDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.inputType != null) writer.tag(18).string(message.inputType);
  if (message.outputType != null) writer.tag(26).string(message.outputType);
  if (message.options != null) {
    const start = writer.enter(34);
    writeMethodOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.clientStreaming != null) writer.tag(40).bool(message.clientStreaming);
  if (message.serverStreaming != null) writer.tag(48).bool(message.serverStreaming);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMethodDescriptorProto(message: MethodDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.inputType = reader.string();
        break;
      case 26:
        message.outputType = reader.string();
        break;
      case 34: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyMethodOptions();
        readMethodOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 40:
        message.clientStreaming = reader.bool();
        break;
      case 48:
        message.serverStreaming = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FileOptions extends Message {
  javaPackage?: string;
  javaOuterClassname?: string;
  optimizeFor?: FileOptions_OptimizeMode;
  javaMultipleFiles?: boolean;
  goPackage?: string;
  ccGenericServices?: boolean;
  javaGenericServices?: boolean;
  pyGenericServices?: boolean;
  /** @deprecated */
  javaGenerateEqualsAndHash?: boolean;
  deprecated?: boolean;
  javaStringCheckUtf8?: boolean;
  ccEnableArenas?: boolean;
  objcClassPrefix?: string;
  csharpNamespace?: string;
  swiftPrefix?: string;
  phpClassPrefix?: string;
  phpNamespace?: string;
  phpMetadataNamespace?: string;
  rubyPackage?: string;
}

export const FileOptions: MessageType<FileOptions> = {
  descriptor: {
    name: 'google.protobuf.FileOptions',
    fields: [
      {
        number: 1,
        name: 'javaPackage',
        protoName: 'java_package',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 8,
        name: 'javaOuterClassname',
        protoName: 'java_outer_classname',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 9,
        name: 'optimizeFor',
        protoName: 'optimize_for',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({
          name: 'google.protobuf.FileOptions.OptimizeMode',
          numbers: FileOptions_OptimizeMode,
        }),
      },
      {
        number: 10,
        name: 'javaMultipleFiles',
        protoName: 'java_multiple_files',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 11,
        name: 'goPackage',
        protoName: 'go_package',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 16,
        name: 'ccGenericServices',
        protoName: 'cc_generic_services',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 17,
        name: 'javaGenericServices',
        protoName: 'java_generic_services',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 18,
        name: 'pyGenericServices',
        protoName: 'py_generic_services',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 20,
        name: 'javaGenerateEqualsAndHash',
        protoName: 'java_generate_equals_and_hash',
        type: 'bool',
        cardinality: 'optional',
      },
      { number: 23, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      {
        number: 27,
        name: 'javaStringCheckUtf8',
        protoName: 'java_string_check_utf8',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 31,
        name: 'ccEnableArenas',
        protoName: 'cc_enable_arenas',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 36,
        name: 'objcClassPrefix',
        protoName: 'objc_class_prefix',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 37,
        name: 'csharpNamespace',
        protoName: 'csharp_namespace',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 39,
        name: 'swiftPrefix',
        protoName: 'swift_prefix',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 40,
        name: 'phpClassPrefix',
        protoName: 'php_class_prefix',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 41,
        name: 'phpNamespace',
        protoName: 'php_namespace',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 44,
        name: 'phpMetadataNamespace',
        protoName: 'php_metadata_namespace',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 45,
        name: 'rubyPackage',
        protoName: 'ruby_package',
        type: 'string',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(FileOptions.descriptor, emptyFileOptions(), init),
  encode: (message) => encode(FileOptions.descriptor, message, writeFileOptions),
  decode: (bytes, limits) =>
    decode(FileOptions.descriptor, bytes, emptyFileOptions(), readFileOptions, limits),
};

export function emptyFileOptions(): FileOptions {
  return {
    javaPackage: undefined,
    javaOuterClassname: undefined,
    optimizeFor: undefined,
    javaMultipleFiles: undefined,
    goPackage: undefined,
    ccGenericServices: undefined,
    javaGenericServices: undefined,
    pyGenericServices: undefined,
    javaGenerateEqualsAndHash: undefined,
    deprecated: undefined,
    javaStringCheckUtf8: undefined,
    ccEnableArenas: undefined,
    objcClassPrefix: undefined,
    csharpNamespace: undefined,
    swiftPrefix: undefined,
    phpClassPrefix: undefined,
    phpNamespace: undefined,
    phpMetadataNamespace: undefined,
    rubyPackage: undefined,
  };
}

export function writeFileOptions(message: FileOptions, writer: Writer): void {
  if (message.javaPackage != null) writer.tag(10).string(message.javaPackage);
  if (message.javaOuterClassname != null) writer.tag(66).string(message.javaOuterClassname);
  if (message.optimizeFor != null) writer.tag(72).int32(message.optimizeFor);
  if (message.javaMultipleFiles != null) writer.tag(80).bool(message.javaMultipleFiles);
  if (message.goPackage != null) writer.tag(90).string(message.goPackage);
  if (message.ccGenericServices != null) writer.tag(128).bool(message.ccGenericServices);
  if (message.javaGenericServices != null) writer.tag(136).bool(message.javaGenericServices);
  if (message.pyGenericServices != null) writer.tag(144).bool(message.pyGenericServices);
  if (message.javaGenerateEqualsAndHash != null)
    writer.tag(160).bool(message.javaGenerateEqualsAndHash);
  if (message.deprecated != null) writer.tag(184).bool(message.deprecated);
  if (message.javaStringCheckUtf8 != null) writer.tag(216).bool(message.javaStringCheckUtf8);
  if (message.ccEnableArenas != null) writer.tag(248).bool(message.ccEnableArenas);
  if (message.objcClassPrefix != null) writer.tag(290).string(message.objcClassPrefix);
  if (message.csharpNamespace != null) writer.tag(298).string(message.csharpNamespace);
  if (message.swiftPrefix != null) writer.tag(314).string(message.swiftPrefix);
  if (message.phpClassPrefix != null) writer.tag(322).string(message.phpClassPrefix);
  if (message.phpNamespace != null) writer.tag(330).string(message.phpNamespace);
  if (message.phpMetadataNamespace != null) writer.tag(354).string(message.phpMetadataNamespace);
  if (message.rubyPackage != null) writer.tag(362).string(message.rubyPackage);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileOptions(message: FileOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.javaPackage = reader.string();
        break;
      case 66:
        message.javaOuterClassname = reader.string();
        break;
      case 72:
        message.optimizeFor = reader.int32();
        break;
      case 80:
        message.javaMultipleFiles = reader.bool();
        break;
      case 90:
        message.goPackage = reader.string();
        break;
      case 128:
        message.ccGenericServices = reader.bool();
        break;
      case 136:
        message.javaGenericServices = reader.bool();
        break;
      case 144:
        message.pyGenericServices = reader.bool();
        break;
      case 160:
        message.javaGenerateEqualsAndHash = reader.bool();
        break;
      case 184:
        message.deprecated = reader.bool();
        break;
      case 216:
        message.javaStringCheckUtf8 = reader.bool();
        break;
      case 248:
        message.ccEnableArenas = reader.bool();
        break;
      case 290:
        message.objcClassPrefix = reader.string();
        break;
      case 298:
        message.csharpNamespace = reader.string();
        break;
      case 314:
        message.swiftPrefix = reader.string();
        break;
      case 322:
        message.phpClassPrefix = reader.string();
        break;
      case 330:
        message.phpNamespace = reader.string();
        break;
      case 354:
        message.phpMetadataNamespace = reader.string();
        break;
      case 362:
        message.rubyPackage = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MessageOptions extends Message {
  messageSetWireFormat?: boolean;
  noStandardDescriptorAccessor?: boolean;
  deprecated?: boolean;
  /** The entries of a map. */
  mapEntry?: boolean;
  /** @deprecated */
  deprecatedLegacyJsonFieldConflicts?: boolean;
}

export const MessageOptions: MessageType<MessageOptions> = {
  descriptor: {
    name: 'google.protobuf.MessageOptions',
    fields: [
      {
        number: 1,
        name: 'messageSetWireFormat',
        protoName: 'message_set_wire_format',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 2,
        name: 'noStandardDescriptorAccessor',
        protoName: 'no_standard_descriptor_accessor',
        type: 'bool',
        cardinality: 'optional',
      },
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      {
        number: 7,
        name: 'mapEntry',
        protoName: 'map_entry',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 11,
        name: 'deprecatedLegacyJsonFieldConflicts',
        protoName: 'deprecated_legacy_json_field_conflicts',
        type: 'bool',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(MessageOptions.descriptor, emptyMessageOptions(), init),
  encode: (message) => encode(MessageOptions.descriptor, message, writeMessageOptions),
  decode: (bytes, limits) =>
    decode(MessageOptions.descriptor, bytes, emptyMessageOptions(), readMessageOptions, limits),
};

export function emptyMessageOptions(): MessageOptions {
  return {
    messageSetWireFormat: undefined,
    noStandardDescriptorAccessor: undefined,
    deprecated: undefined,
    mapEntry: undefined,
    deprecatedLegacyJsonFieldConflicts: undefined,
  };
}

export function writeMessageOptions(message: MessageOptions, writer: Writer): void {
  if (message.messageSetWireFormat != null) writer.tag(8).bool(message.messageSetWireFormat);
  if (message.noStandardDescriptorAccessor != null)
    writer.tag(16).bool(message.noStandardDescriptorAccessor);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.mapEntry != null) writer.tag(56).bool(message.mapEntry);
  if (message.deprecatedLegacyJsonFieldConflicts != null)
    writer.tag(88).bool(message.deprecatedLegacyJsonFieldConflicts);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMessageOptions(message: MessageOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.messageSetWireFormat = reader.bool();
        break;
      case 16:
        message.noStandardDescriptorAccessor = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 56:
        message.mapEntry = reader.bool();
        break;
      case 88:
        message.deprecatedLegacyJsonFieldConflicts = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FieldOptions extends Message {
  ctype?: FieldOptions_CType;
  packed?: boolean;
  deprecated?: boolean;
  lazy?: boolean;
  jstype?: FieldOptions_JSType;
  /** @deprecated */
  weak?: boolean;
  unverifiedLazy?: boolean;
  debugRedact?: boolean;
  /** Of a field that is an option: who gets to see it, and what it can be set on. */
  retention?: FieldOptions_OptionRetention;
  targets: FieldOptions_OptionTargetType[];
}

export const FieldOptions: MessageType<FieldOptions> = {
  descriptor: {
    name: 'google.protobuf.FieldOptions',
    fields: [
      {
        number: 1,
        name: 'ctype',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({ name: 'google.protobuf.FieldOptions.CType', numbers: FieldOptions_CType }),
      },
      { number: 2, name: 'packed', type: 'bool', cardinality: 'optional' },
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      { number: 5, name: 'lazy', type: 'bool', cardinality: 'optional' },
      {
        number: 6,
        name: 'jstype',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({ name: 'google.protobuf.FieldOptions.JSType', numbers: FieldOptions_JSType }),
      },
      { number: 10, name: 'weak', type: 'bool', cardinality: 'optional' },
      {
        number: 15,
        name: 'unverifiedLazy',
        protoName: 'unverified_lazy',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 16,
        name: 'debugRedact',
        protoName: 'debug_redact',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 17,
        name: 'retention',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({
          name: 'google.protobuf.FieldOptions.OptionRetention',
          numbers: FieldOptions_OptionRetention,
        }),
      },
      {
        number: 19,
        name: 'targets',
        type: 'enum',
        cardinality: 'repeated',
        enum: () => ({
          name: 'google.protobuf.FieldOptions.OptionTargetType',
          numbers: FieldOptions_OptionTargetType,
        }),
      },
    ],
  },
  create: (init) => create(FieldOptions.descriptor, emptyFieldOptions(), init),
  encode: (message) => encode(FieldOptions.descriptor, message, writeFieldOptions),
  decode: (bytes, limits) =>
    decode(FieldOptions.descriptor, bytes, emptyFieldOptions(), readFieldOptions, limits),
};

export function emptyFieldOptions(): FieldOptions {
  return {
    ctype: undefined,
    packed: undefined,
    deprecated: undefined,
    lazy: undefined,
    jstype: undefined,
    weak: undefined,
    unverifiedLazy: undefined,
    debugRedact: undefined,
    retention: undefined,
    targets: [],
  };
}

export function writeFieldOptions(message: FieldOptions, writer: Writer): void {
  if (message.ctype != null) writer.tag(8).int32(message.ctype);
  if (message.packed != null) writer.tag(16).bool(message.packed);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.lazy != null) writer.tag(40).bool(message.lazy);
  if (message.jstype != null) writer.tag(48).int32(message.jstype);
  if (message.weak != null) writer.tag(80).bool(message.weak);
  if (message.unverifiedLazy != null) writer.tag(120).bool(message.unverifiedLazy);
  if (message.debugRedact != null) writer.tag(128).bool(message.debugRedact);
  if (message.retention != null) writer.tag(136).int32(message.retention);
  for (const item of message.targets ?? []) writer.tag(152).int32(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFieldOptions(message: FieldOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.ctype = reader.int32();
        break;
      case 16:
        message.packed = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 40:
        message.lazy = reader.bool();
        break;
      case 48:
        message.jstype = reader.int32();
        break;
      case 80:
        message.weak = reader.bool();
        break;
      case 120:
        message.unverifiedLazy = reader.bool();
        break;
      case 128:
        message.debugRedact = reader.bool();
        break;
      case 136:
        message.retention = reader.int32();
        break;
      case 152:
        reader.item(message.targets).push(reader.int32());
        break;
      case 154:
        readInt32s(reader, message.targets);
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface OneofOptions extends Message {}

export const OneofOptions: MessageType<OneofOptions> = {
  descriptor: {
    name: 'google.protobuf.OneofOptions',
    fields: [],
  },
  create: (init) => create(OneofOptions.descriptor, emptyOneofOptions(), init),
  encode: (message) => encode(OneofOptions.descriptor, message, writeOneofOptions),
  decode: (bytes, limits) =>
    decode(OneofOptions.descriptor, bytes, emptyOneofOptions(), readOneofOptions, limits),
};

export function emptyOneofOptions(): OneofOptions {
  return {};
}

export function writeOneofOptions(message: OneofOptions, writer: Writer): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOneofOptions(message: OneofOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumOptions extends Message {
  allowAlias?: boolean;
  deprecated?: boolean;
  /** @deprecated */
  deprecatedLegacyJsonFieldConflicts?: boolean;
}

export const EnumOptions: MessageType<EnumOptions> = {
  descriptor: {
    name: 'google.protobuf.EnumOptions',
    fields: [
      {
        number: 2,
        name: 'allowAlias',
        protoName: 'allow_alias',
        type: 'bool',
        cardinality: 'optional',
      },
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      {
        number: 6,
        name: 'deprecatedLegacyJsonFieldConflicts',
        protoName: 'deprecated_legacy_json_field_conflicts',
        type: 'bool',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(EnumOptions.descriptor, emptyEnumOptions(), init),
  encode: (message) => encode(EnumOptions.descriptor, message, writeEnumOptions),
  decode: (bytes, limits) =>
    decode(EnumOptions.descriptor, bytes, emptyEnumOptions(), readEnumOptions, limits),
};

export function emptyEnumOptions(): EnumOptions {
  return {
    allowAlias: undefined,
    deprecated: undefined,
    deprecatedLegacyJsonFieldConflicts: undefined,
  };
}

export function writeEnumOptions(message: EnumOptions, writer: Writer): void {
  if (message.allowAlias != null) writer.tag(16).bool(message.allowAlias);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.deprecatedLegacyJsonFieldConflicts != null)
    writer.tag(48).bool(message.deprecatedLegacyJsonFieldConflicts);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumOptions(message: EnumOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 16:
        message.allowAlias = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 48:
        message.deprecatedLegacyJsonFieldConflicts = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumValueOptions extends Message {
  deprecated?: boolean;
  debugRedact?: boolean;
}

export const EnumValueOptions: MessageType<EnumValueOptions> = {
  descriptor: {
    name: 'google.protobuf.EnumValueOptions',
    fields: [
      { number: 1, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      {
        number: 3,
        name: 'debugRedact',
        protoName: 'debug_redact',
        type: 'bool',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(EnumValueOptions.descriptor, emptyEnumValueOptions(), init),
  encode: (message) => encode(EnumValueOptions.descriptor, message, writeEnumValueOptions),
  decode: (bytes, limits) =>
    decode(
      EnumValueOptions.descriptor,
      bytes,
      emptyEnumValueOptions(),
      readEnumValueOptions,
      limits,
    ),
};

export function emptyEnumValueOptions(): EnumValueOptions {
  return { deprecated: undefined, debugRedact: undefined };
}

export function writeEnumValueOptions(message: EnumValueOptions, writer: Writer): void {
  if (message.deprecated != null) writer.tag(8).bool(message.deprecated);
  if (message.debugRedact != null) writer.tag(24).bool(message.debugRedact);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumValueOptions(message: EnumValueOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.deprecated = reader.bool();
        break;
      case 24:
        message.debugRedact = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ServiceOptions extends Message {
  deprecated?: boolean;
}

export const ServiceOptions: MessageType<ServiceOptions> = {
  descriptor: {
    name: 'google.protobuf.ServiceOptions',
    fields: [{ number: 33, name: 'deprecated', type: 'bool', cardinality: 'optional' }],
  },
  create: (init) => create(ServiceOptions.descriptor, emptyServiceOptions(), init),
  encode: (message) => encode(ServiceOptions.descriptor, message, writeServiceOptions),
  decode: (bytes, limits) =>
    decode(ServiceOptions.descriptor, bytes, emptyServiceOptions(), readServiceOptions, limits),
};

export function emptyServiceOptions(): ServiceOptions {
  return { deprecated: undefined };
}

export function writeServiceOptions(message: ServiceOptions, writer: Writer): void {
  if (message.deprecated != null) writer.tag(264).bool(message.deprecated);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServiceOptions(message: ServiceOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 264:
        message.deprecated = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MethodOptions extends Message {
  deprecated?: boolean;
  idempotencyLevel?: MethodOptions_IdempotencyLevel;
}

export const MethodOptions: MessageType<MethodOptions> = {
  descriptor: {
    name: 'google.protobuf.MethodOptions',
    fields: [
      { number: 33, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      {
        number: 34,
        name: 'idempotencyLevel',
        protoName: 'idempotency_level',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({
          name: 'google.protobuf.MethodOptions.IdempotencyLevel',
          numbers: MethodOptions_IdempotencyLevel,
        }),
      },
    ],
  },
  create: (init) => create(MethodOptions.descriptor, emptyMethodOptions(), init),
  encode: (message) => encode(MethodOptions.descriptor, message, writeMethodOptions),
  decode: (bytes, limits) =>
    decode(MethodOptions.descriptor, bytes, emptyMethodOptions(), readMethodOptions, limits),
};

export function emptyMethodOptions(): MethodOptions {
  return { deprecated: undefined, idempotencyLevel: undefined };
}

export function writeMethodOptions(message: MethodOptions, writer: Writer): void {
  if (message.deprecated != null) writer.tag(264).bool(message.deprecated);
  if (message.idempotencyLevel != null) writer.tag(272).int32(message.idempotencyLevel);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMethodOptions(message: MethodOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 264:
        message.deprecated = reader.bool();
        break;
      case 272:
        message.idempotencyLevel = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
