package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
	ordermgt_pb "mygrpc/proto/ecommerce"
	hello_pb "mygrpc/proto/hello"
)

var (
	port = flag.Int("port", 50051, "The server port")
)

type orderMgtServer struct {
	ordermgt_pb.UnimplementedOrderManagementServer
}

func (s *orderMgtServer) AddOrder(ctx context.Context, orderReq *ordermgt_pb.Order) (*wrapperspb.StringValue, error) {
	log.Printf("Order Added. ID : %v", orderReq.Id)
	return &wrapperspb.StringValue{Value: "Order Added: " + orderReq.Id}, nil
}

type helloServer struct {
	hello_pb.UnimplementedGreeterServer
}

func (s *helloServer) SayHello(ctx context.Context, in *hello_pb.HelloRequest) (*hello_pb.HelloReply, error) {
	log.Printf("Greeter Service - SayHello RPC: %v", in.Name)
	return &hello_pb.HelloReply{Message: "Hello " + in.Name}, nil
}

func main() {
	flag.Parse()
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}

	grpcServer := grpc.NewServer()

	ordermgt_pb.RegisterOrderManagementServer(grpcServer, &orderMgtServer{})
	hello_pb.RegisterGreeterServer(grpcServer, &helloServer{})

	log.Printf("server listening at %v", lis.Addr())
	if err := grpcServer.Serve(lis); err != nil {
		log.Fatalf("failed to serve: %v", err)
	}
}
