import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { GreeterClient as _hello_GreeterClient, GreeterDefinition as _hello_GreeterDefinition } from './hello/Greeter.ts';
import type { HelloReply as _hello_HelloReply, HelloReply__Output as _hello_HelloReply__Output } from './hello/HelloReply.ts';
import type { HelloRequest as _hello_HelloRequest, HelloRequest__Output as _hello_HelloRequest__Output } from './hello/HelloRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  hello: {
    /**
     * Says hello. The smallest service there is: one method, one string each way.
     */
    Greeter: SubtypeConstructor<typeof grpc.Client, _hello_GreeterClient> & { service: _hello_GreeterDefinition }
    HelloReply: MessageTypeDefinition<_hello_HelloReply, _hello_HelloReply__Output>
    HelloRequest: MessageTypeDefinition<_hello_HelloRequest, _hello_HelloRequest__Output>
  }
}

