package main

import (
	"context"
	"flag"
	"io"
	"log"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/oauth"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr   = flag.String("addr", "localhost:50051", "the address to connect to")
	caFile = flag.String("ca", "ca.pem", "the authority that has signed the server's certificate")
	tokens = flag.String("tokens", "", "where the token server gives tokens")
	scope  = flag.String("scope", "orders.read", "what they shall be good for")
)

func main() {
	flag.Parse()
	creds, err := credentials.NewClientTLSFromFile(*caFile, "")
	if err != nil {
		log.Fatalf("failed to load credentials: %v", err)
	}
	perRPC := oauth.TokenSource{TokenSource: fetchToken(context.Background())}

	conn, err := grpc.NewClient(*addr,
		grpc.WithPerRPCCredentials(perRPC),
		grpc.WithTransportCredentials(creds),
	)
	if err != nil {
		log.Fatalf("cannot use this address: %v", err)
	}
	defer conn.Close()
	client := pb.NewOrderManagementClient(conn)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()

	_, err = client.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"})
	log.Printf("GetOrder: %v", status.Code(err))
	log.Printf("SearchOrders: %v", status.Code(searchOrders(ctx, client)))
	log.Printf("UpdateOrders: %v", status.Code(updateOrders(ctx, client)))
	log.Printf("ProcessOrders: %v", status.Code(processOrders(ctx, client)))
}

// fetchToken gives tokens that the token server has made, and another one when one has expired.
// The secret comes from the environment: everybody on the machine can read the flags.
func fetchToken(ctx context.Context) oauth2.TokenSource {
	config := &clientcredentials.Config{
		ClientID:     os.Getenv("CLIENT_ID"),
		ClientSecret: os.Getenv("CLIENT_SECRET"),
		TokenURL:     *tokens,
		Scopes:       []string{*scope},
	}
	return config.TokenSource(ctx)
}

func searchOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.SearchOrders(ctx, &wrapperspb.StringValue{Value: "spoon"})
	if err != nil {
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

func updateOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.UpdateOrders(ctx)
	if err != nil {
		return err
	}
	// io.EOF: the server has ended the call, and the reason is its status.
	if err := stream.Send(&pb.Order{Id: "101"}); err != nil && err != io.EOF {
		return err
	}
	_, err = stream.CloseAndRecv()
	return err
}

func processOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.ProcessOrders(ctx)
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
