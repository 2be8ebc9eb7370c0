package main

import (
	"context"
	"fmt"
	"log"
	"time"

	epb "google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

func (s *server) AddOrder(ctx context.Context, orderReq *pb.Order) (*wrapperspb.StringValue, error) {
	md, metadataAvailable := metadata.FromIncomingContext(ctx)
	if !metadataAvailable || len(md["timestamp"]) == 0 {
		return nil, status.Errorf(codes.InvalidArgument, "there is no timestamp in the metadata")
	}
	for _, name := range []string{"timestamp", "kn", "k1", "k2"} {
		for i, e := range md[name] {
			log.Printf("====> Metadata %s %d. %s", name, i, e)
		}
	}

	header := metadata.New(map[string]string{"location": "San Jose", "timestamp": time.Now().Format(time.StampNano)})
	if err := grpc.SendHeader(ctx, header); err != nil {
		return nil, err
	}
	trailer := metadata.Pairs("status", "ok")
	if err := grpc.SetTrailer(ctx, trailer); err != nil {
		return nil, err
	}

	switch orderReq.Id {
	case "-1":
		errorStatus := status.New(codes.InvalidArgument, "Invalid information received")
		ds, err := errorStatus.WithDetails(
			&epb.BadRequest{FieldViolations: []*epb.BadRequest_FieldViolation{{
				Field:       "ID",
				Description: fmt.Sprintf("Order ID received is not valid %s:%s", orderReq.Id, orderReq.Description),
			}}},
			&epb.RetryInfo{},
		)
		if err != nil {
			return nil, errorStatus.Err()
		}
		return nil, ds.Err()
	case "slow":
		select {
		case <-time.After(time.Minute):
		case <-ctx.Done():
			if ctx.Err() == context.DeadlineExceeded {
				log.Printf("RPC has reached deadline exceeded state : %s", ctx.Err())
			} else {
				log.Printf("nobody waits : %s", ctx.Err())
			}
			return nil, status.FromContextError(ctx.Err()).Err()
		}
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	s.orderMap[orderReq.Id] = orderReq
	return &wrapperspb.StringValue{Value: "Order Added: " + orderReq.Id}, nil
}
