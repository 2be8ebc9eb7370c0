// Package dial has the lines with which each of the article's clients begins.
package dial

import (
	"log"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"mygrpc/orders/interceptors"
)

func Dial(addr string) *grpc.ClientConn {
	conn, err := grpc.NewClient(addr,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithChainUnaryInterceptor(interceptors.OrderUnaryClientInterceptor, interceptors.SecondUnaryClientInterceptor),
		grpc.WithStreamInterceptor(interceptors.ClientStreamInterceptor))
	if err != nil {
		log.Fatalf("cannot use this address: %v", err)
	}
	return conn
}
