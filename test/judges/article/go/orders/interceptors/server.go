// Package interceptors has the article's four, with the mistakes of the README's table put right.
package interceptors

import (
	"context"
	"log"
	"time"

	"google.golang.org/grpc"
)

// OrderUnaryServerInterceptor is missing in the article, which shows only what it logs.
func OrderUnaryServerInterceptor(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	log.Println("======= [Server Interceptor] ", info.FullMethod)
	log.Printf(" Pre Proc Message : %s", req)

	m, err := handler(ctx, req)
	if err != nil {
		log.Printf(" RPC failed with error %v", err)
		return nil, err
	}

	log.Printf(" Post Proc Message : %s", m)
	return m, nil
}

type wrappedServerStream struct {
	grpc.ServerStream
}

func (w *wrappedServerStream) RecvMsg(m any) error {
	err := w.ServerStream.RecvMsg(m)
	if err == nil {
		log.Printf("====== [Server Stream Interceptor Wrapper] Receive a message (Type: %T) at %s", m, time.Now().Format(time.RFC3339))
	}
	return err
}

func (w *wrappedServerStream) SendMsg(m any) error {
	log.Printf("====== [Server Stream Interceptor Wrapper] Send a message (Type: %T) at %v", m, time.Now().Format(time.RFC3339))
	return w.ServerStream.SendMsg(m)
}

func OrderServerStreamInterceptor(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	log.Println("====== [Server Stream Interceptor] ", info.FullMethod)

	err := handler(srv, &wrappedServerStream{ss})
	if err != nil {
		log.Printf("RPC failed with error %v", err)
	}
	return err
}
