package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"flag"
	"fmt"
	"log"
	"os"
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

	fourkinds.Call(ctx, client, say)
}

func say(method string, err error) {
	log.Printf("%s: %v: %s", method, status.Code(err), status.Convert(err).Message())
}
