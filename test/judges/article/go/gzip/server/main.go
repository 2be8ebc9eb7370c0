package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"strings"

	"google.golang.org/grpc"
	_ "google.golang.org/grpc/encoding/gzip"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var port = flag.Int("port", 50051, "The service port")

type server struct {
	pb.UnimplementedOrderManagementServer
}

func (s *server) AddOrder(ctx context.Context, order *pb.Order) (*wrapperspb.StringValue, error) {
	log.Printf("AddOrder: %d characters", len(order.GetDescription()))
	return &wrapperspb.StringValue{Value: order.GetId()}, nil
}

func (s *server) GetOrder(ctx context.Context, id *wrapperspb.StringValue) (*pb.Order, error) {
	return &pb.Order{Id: id.GetValue(), Description: strings.Repeat("tea ", 500)}, nil
}

func main() {
	flag.Parse()
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}
	s := grpc.NewServer()
	pb.RegisterOrderManagementServer(s, &server{})
	log.Printf("service listening at %v", lis.Addr())
	if err := s.Serve(lis); err != nil {
		log.Fatalf("failed to serve: %v", err)
	}
}
