package main

import (
	"context"
	"flag"
	"log"
	"net/url"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/credentials/oauth"
	"google.golang.org/grpc/status"
	"mygrpc/fourkinds"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr     = flag.String("addr", "localhost:50051", "the address to connect to")
	roots    = flag.String("roots", "", "the file with the authority's certificate; without it, no TLS")
	tokenURL = flag.String("token-url", "", "where tokens are to be had")
	id       = flag.String("id", "", "the name of this program at the token server")
	secret   = flag.String("secret", "", "and its secret")
	scope    = flag.String("scope", "orders.read orders.write", "what the token is to allow")
	resource = flag.String("resource", "", "for whom the token is to be, if not for the shop")
	given    = flag.String("token", "", "a token to send, and none is asked for")
	timeout  = flag.Duration("timeout", 10*time.Second, "how long all of it may take")
)

func tokens(ctx context.Context) oauth2.TokenSource {
	if *given != "" {
		return oauth2.StaticTokenSource(&oauth2.Token{AccessToken: *given})
	}
	config := clientcredentials.Config{
		ClientID:     *id,
		ClientSecret: *secret,
		TokenURL:     *tokenURL,
		Scopes:       []string{*scope},
	}
	if *resource != "" {
		config.EndpointParams = url.Values{"resource": {*resource}}
	}
	return config.TokenSource(ctx)
}

func main() {
	flag.Parse()
	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()

	creds := insecure.NewCredentials()
	if *roots != "" {
		var err error
		creds, err = credentials.NewClientTLSFromFile(*roots, "")
		if err != nil {
			log.Fatalf("failed to load credentials: %v", err)
		}
	}
	conn, err := grpc.NewClient(*addr,
		grpc.WithTransportCredentials(creds),
		grpc.WithPerRPCCredentials(oauth.TokenSource{TokenSource: tokens(ctx)}),
	)
	if err != nil {
		log.Fatalf("cannot use this: %v", err)
	}
	defer conn.Close()
	c := pb.NewOrderManagementClient(conn)

	fourkinds.Call(ctx, c, tell)
}

func tell(method string, err error) {
	log.Printf("%s: %s %s", method, status.Code(err), status.Convert(err).Message())
}
