package main

import (
	"flag"
	"fmt"
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"mygrpc/fourkinds"
	pb "mygrpc/proto/ecommerce"
)

var (
	port    = flag.Int("port", 50051, "The service port")
	crtFile = flag.String("crt", "server.crt", "the certificate")
	keyFile = flag.String("key", "server.key", "its private key")
)

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
	pb.RegisterOrderManagementServer(s, &fourkinds.Shop{})
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}
	log.Printf("service listening at %v", lis.Addr())
	if err := s.Serve(lis); err != nil {
		log.Fatalf("failed to serve: %v", err)
	}
}
