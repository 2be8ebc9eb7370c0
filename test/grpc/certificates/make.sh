#!/bin/bash
# Makes the certificates of the TLS tests anew: an authority, a server for localhost and 127.0.0.1, a
# client, and a stranger that no authority knows. They are for tests only; their keys are public.
set -euo pipefail
cd "$(dirname "$0")"
days=36500

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days "$days" \
    -subj "/CN=$2" -keyout "$1.key" -out "$1.pem" 2>/dev/null
}
signed() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -subj "/CN=$2" -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA authority.pem -CAkey authority.key -CAcreateserial \
    -days "$days" -extfile <(echo "subjectAltName=$3") -out "$1.pem" 2>/dev/null
  rm "$1.csr"
}

authority authority 'test authority'
signed server 'test server' 'DNS:localhost,DNS:orders.test,IP:127.0.0.1'
signed client 'test client' 'URI:spiffe://test/client,DNS:client.test'
authority stranger 'a stranger'
rm -f authority.key authority.srl
