// Original file: proto/hello.proto


export interface HelloRequest {
  /**
   * Who is to be greeted.
   */
  'name'?: (string);
}

export interface HelloRequest__Output {
  /**
   * Who is to be greeted.
   */
  'name': (string);
}
