// Original file: proto/ecommerce.proto


export interface Product {
  'id'?: (string);
  'name'?: (string);
  'description'?: (string);
  'price'?: (number | string);
}

export interface Product__Output {
  'id': (string);
  'name': (string);
  'description': (string);
  'price': (number);
}
