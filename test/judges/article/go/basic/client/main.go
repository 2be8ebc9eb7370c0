package main

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
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
	hostname = flag.String("hostname", "localhost", "the name that the server has to prove")
	caFile   = flag.String("ca", "", "the authority's certificate; without it: plaintext")
	username = flag.String("user", "", "who is calling")
	timeout  = flag.Duration("timeout", 10*time.Second, "how long all of it may take")
)

type basicAuth struct {
	username string
	password string
}

func (b basicAuth) GetRequestMetadata(ctx context.Context, in ...string) (map[string]string, error) {
	auth := b.username + ":" + b.password
	enc := base64.StdEncoding.EncodeToString([]byte(auth))
	return map[string]string{
		"authorization": "Basic " + enc,
	}, nil
}

func (b basicAuth) RequireTransportSecurity() bool {
	return true
}

func transport() credentials.TransportCredentials {
	if *caFile == "" {
		return insecure.NewCredentials()
	}
	creds, err := credentials.NewClientTLSFromFile(*caFile, *hostname)
	if err != nil {
		log.Fatalf("failed to load credentials: %v", err)
	}
	return creds
}

func main() {
	flag.Parse()

	password, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatalf("no password: %v", err)
	}
	auth := basicAuth{
		username: *username,
		password: strings.TrimSuffix(string(password), "\n"),
	}
	opts := []grpc.DialOption{
		grpc.WithPerRPCCredentials(auth),
		grpc.WithTransportCredentials(transport()),
	}
	conn, err := grpc.NewClient(*addr, opts...)
	if err != nil {
		log.Fatalf("did not connect: %v", err)
	}
	defer conn.Close()
	c := pb.NewOrderManagementClient(conn)

	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	tell("GetOrder", getOrder(ctx, c))
	tell("SearchOrders", searchOrders(ctx, c))
	tell("UpdateOrders", updateOrders(ctx, c))
	tell("ProcessOrders", processOrders(ctx, c))
}

func tell(method string, err error) {
	if err == nil {
		log.Printf("%s: OK", method)
		return
	}
	s := status.Convert(err)
	log.Printf("%s: %d %s", method, s.Code(), s.Message())
}

func getOrder(ctx context.Context, c pb.OrderManagementClient) error {
	_, err := c.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"})
	return err
}

func searchOrders(ctx context.Context, c pb.OrderManagementClient) error {
	stream, err := c.SearchOrders(ctx, &wrapperspb.StringValue{Value: "spoon"})
	if err != nil {
		return err
	}
	for found := 0; ; found++ {
		_, err := stream.Recv()
		if err == io.EOF && found == 0 {
			return fmt.Errorf("nothing found")
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func updateOrders(ctx context.Context, c pb.OrderManagementClient) error {
	stream, err := c.UpdateOrders(ctx)
	if err != nil {
		return err
	}
	// io.EOF: the call is over already, and CloseAndRecv says why.
	if err := stream.Send(&pb.Order{Id: "101"}); err != nil && err != io.EOF {
		return err
	}
	_, err = stream.CloseAndRecv()
	return err
}

func processOrders(ctx context.Context, c pb.OrderManagementClient) error {
	stream, err := c.ProcessOrders(ctx)
	if err != nil {
		return err
	}
	if err := stream.Send(&wrapperspb.StringValue{Value: "101"}); err != nil && err != io.EOF {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for {
		_, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
