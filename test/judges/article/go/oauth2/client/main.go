package main

import (
	"context"
	"flag"
	"log"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/oauth"
	"google.golang.org/grpc/status"
	"mygrpc/fourkinds"
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

	fourkinds.Call(ctx, client, func(method string, err error) {
		log.Printf("%s: %v", method, status.Code(err))
	})
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
