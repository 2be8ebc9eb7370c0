package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr     = flag.String("addr", "localhost:50051", "the address to connect to")
	caFile   = flag.String("ca", "", "the authority's certificate; none: plaintext")
	crtFile  = flag.String("crt", "", "our own certificate (mTLS)")
	keyFile  = flag.String("key", "", "its key")
	hostname = flag.String("hostname", "localhost", "the name that the server's certificate must have")
)

func transport() (credentials.TransportCredentials, error) {
	if *caFile == "" {
		return insecure.NewCredentials(), nil
	}
	pem, err := os.ReadFile(*caFile)
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("there is no certificate in %s", *caFile)
	}
	config := &tls.Config{RootCAs: roots, ServerName: *hostname}
	if *crtFile != "" {
		cert, err := tls.LoadX509KeyPair(*crtFile, *keyFile)
		if err != nil {
			return nil, err
		}
		config.Certificates = []tls.Certificate{cert}
	}
	return credentials.NewTLS(config), nil
}

func main() {
	flag.Parse()
	creds, err := transport()
	if err != nil {
		log.Fatalf("failed to load credentials: %v", err)
	}
	conn, err := grpc.NewClient(*addr, grpc.WithTransportCredentials(creds))
	if err != nil {
		log.Fatalf("cannot use this address: %v", err)
	}
	defer conn.Close()
	client := pb.NewOrderManagementClient(conn)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second*5)
	defer cancel()

	_, err = client.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"})
	say("GetOrder", err)
	say("SearchOrders", search(ctx, client))
	say("UpdateOrders", update(ctx, client))
	say("ProcessOrders", process(ctx, client))
}

func say(method string, err error) {
	log.Printf("%s: %v: %s", method, status.Code(err), status.Convert(err).Message())
}

func search(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.SearchOrders(ctx, &wrapperspb.StringValue{Value: "spoon"})
	if err != nil {
		return err
	}
	for {
		if _, err := stream.Recv(); err != nil {
			return unlessEnd(err)
		}
	}
}

func update(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.UpdateOrders(ctx)
	if err != nil {
		return err
	}
	// An error of Send is io.EOF, and the reason comes with the answer.
	_ = stream.Send(&pb.Order{Id: "101"})
	_, err = stream.CloseAndRecv()
	return err
}

func process(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.ProcessOrders(ctx)
	if err != nil {
		return err
	}
	_ = stream.Send(&wrapperspb.StringValue{Value: "101"})
	_ = stream.CloseSend()
	for {
		if _, err := stream.Recv(); err != nil {
			return unlessEnd(err)
		}
	}
}

func unlessEnd(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
