package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var (
	port    = flag.Int("port", 50051, "The service port")
	crtFile = flag.String("crt", "server.crt", "the certificate")
	keyFile = flag.String("key", "server.key", "its private key")
)

type server struct {
	pb.UnimplementedOrderManagementServer
}

func (s *server) GetOrder(ctx context.Context, id *wrapperspb.StringValue) (*pb.Order, error) {
	return &pb.Order{Id: id.GetValue()}, nil
}

func (s *server) SearchOrders(_ *wrapperspb.StringValue, stream grpc.ServerStreamingServer[pb.Order]) error {
	return stream.Send(&pb.Order{Id: "101"})
}

func (s *server) UpdateOrders(stream grpc.ClientStreamingServer[pb.Order, wrapperspb.StringValue]) error {
	for {
		_, err := stream.Recv()
		if err == io.EOF {
			return stream.SendAndClose(&wrapperspb.StringValue{Value: "updated"})
		}
		if err != nil {
			return err
		}
	}
}

func (s *server) ProcessOrders(stream grpc.BidiStreamingServer[wrapperspb.StringValue, pb.CombinedShipment]) error {
	for {
		id, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := stream.Send(&pb.CombinedShipment{Id: id.GetValue()}); err != nil {
			return err
		}
	}
}

func main() {
	flag.Parse()
	creds, err := credentials.NewServerTLSFromFile(*crtFile, *keyFile)
	if err != nil {
		log.Fatalf("failed to load key pair: %s", err)
	}
	s := grpc.NewServer(
		grpc.Creds(creds),
		grpc.UnaryInterceptor(ensureValidToken),
		// The article has no such line: its streaming methods are open to everybody.
		grpc.StreamInterceptor(ensureValidStreamToken),
	)
	pb.RegisterOrderManagementServer(s, &server{})
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}
	log.Printf("service listening at %v", lis.Addr())
	if err := s.Serve(lis); err != nil {
		log.Fatalf("failed to serve: %v", err)
	}
}
