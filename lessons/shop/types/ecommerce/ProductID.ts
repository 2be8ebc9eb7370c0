// Original file: proto/ecommerce.proto


export interface ProductID {
  'value'?: (string);
}

export interface ProductID__Output {
  'value': (string);
}
