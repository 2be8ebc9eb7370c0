package main

import (
	"context"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"strings"
	"unicode/utf8"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"mygrpc/fourkinds"
	pb "mygrpc/proto/ecommerce"
)

var (
	port     = flag.Int("port", 50051, "The service port")
	crtFile  = flag.String("cert", "", "the server's certificate")
	keyFile  = flag.String("key", "", "its private key")
	username = flag.String("user", "", "who may come; the password is read from the standard input")
)

var (
	errMissingMetadata = status.Error(codes.Unauthenticated, "missing metadata")
	errInvalidToken    = status.Error(codes.Unauthenticated, "invalid credentials")
)

// What OWASP wants of PBKDF2 with SHA-256.
const iterations = 600_000

// What is kept of the password: it is derived once, at the start.
var salt, hash []byte

func main() {
	flag.Parse()
	password, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatalf("no password: %v", err)
	}
	salt = make([]byte, 16)
	rand.Read(salt)
	if hash, err = derive(strings.TrimSuffix(string(password), "\n")); err != nil {
		log.Fatalf("no hash: %v", err)
	}
	cert, err := tls.LoadX509KeyPair(*crtFile, *keyFile)
	if err != nil {
		log.Fatalf("failed to load key pair: %s", err)
	}

	opts := []grpc.ServerOption{
		grpc.UnaryInterceptor(ensureValidBasicCredentials),
		grpc.StreamInterceptor(ensureValidStreamCredentials),
		grpc.Creds(credentials.NewServerTLSFromCert(&cert)),
	}
	s := grpc.NewServer(opts...)
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

func derive(password string) ([]byte, error) {
	return pbkdf2.Key(sha256.New, password, salt, iterations, 32)
}

func ensureValidBasicCredentials(ctx context.Context, req interface{}, info *grpc.UnaryServerInfo,
	handler grpc.UnaryHandler) (interface{}, error) {
	if err := authenticate(ctx); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}

func ensureValidStreamCredentials(srv interface{}, stream grpc.ServerStream, info *grpc.StreamServerInfo,
	handler grpc.StreamHandler) error {
	if err := authenticate(stream.Context()); err != nil {
		return err
	}
	return handler(srv, stream)
}

func authenticate(ctx context.Context) error {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok {
		return errMissingMetadata
	}
	valid, err := valid(md["authorization"])
	if err != nil {
		return err
	}
	if !valid {
		return errInvalidToken
	}
	return nil
}

func valid(authorization []string) (bool, error) {
	if len(authorization) != 1 {
		return false, nil
	}
	scheme, rest, _ := strings.Cut(authorization[0], " ")
	if !strings.EqualFold(scheme, "Basic") {
		return false, nil
	}
	text, err := base64.StdEncoding.DecodeString(strings.TrimLeft(rest, " "))
	if err != nil || !utf8.Valid(text) {
		return false, nil
	}
	user, password, ok := strings.Cut(string(text), ":")
	if !ok {
		return false, nil
	}
	// The same work, whoever it is.
	derived, err := derive(password)
	if err != nil {
		return false, err
	}
	same := subtle.ConstantTimeCompare(derived, hash) == 1
	return same && user == *username, nil
}
