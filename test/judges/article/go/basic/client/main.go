package main

import (
	"context"
	"encoding/base64"
	"flag"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"mygrpc/fourkinds"
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
	fourkinds.Call(ctx, c, tell)
}

func tell(method string, err error) {
	if err == nil {
		log.Printf("%s: OK", method)
		return
	}
	s := status.Convert(err)
	log.Printf("%s: %d %s", method, s.Code(), s.Message())
}
