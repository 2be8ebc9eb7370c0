package main

import (
	"context"
	"flag"
	"log"
	"time"

	epb "google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"mygrpc/orders/dial"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr    = flag.String("addr", "localhost:50051", "the address to connect to")
	id      = flag.String("id", "101", "the order's id")
	timeout = flag.Duration("timeout", 2*time.Second, "how long it may take")
)

func main() {
	flag.Parse()

	conn := dial.Dial(*addr)
	defer conn.Close()

	client := pb.NewOrderManagementClient(conn)

	md := metadata.Pairs(
		"timestamp", time.Now().Format(time.StampNano),
		"kn", "vn",
	)
	mdCtx := metadata.NewOutgoingContext(context.Background(), md)
	ctxA := metadata.AppendToOutgoingContext(mdCtx, "k1", "v1", "k1", "v2", "k2", "v3")

	clientDeadline := time.Now().Add(*timeout)
	ctx, cancel := context.WithDeadline(ctxA, clientDeadline)
	defer cancel()

	var header, trailer metadata.MD

	order1 := pb.Order{Id: *id, Items: []string{"iPhone XS", "Mac Book Pro"}, Destination: "San Jose, CA", Price: 2300.00}
	res, addOrderError := client.AddOrder(ctx, &order1, grpc.Header(&header), grpc.Trailer(&trailer))

	log.Print("header location ", header["location"], " timestamp ", len(header["timestamp"]))
	log.Print("trailer status ", trailer["status"])
	if addOrderError != nil {
		errorCode := status.Code(addOrderError)
		if errorCode == codes.InvalidArgument {
			log.Printf("Invalid Argument Error : %s", errorCode)
			errorStatus := status.Convert(addOrderError)
			for _, d := range errorStatus.Details() {
				switch info := d.(type) {
				case *epb.BadRequest:
					for _, violation := range info.GetFieldViolations() {
						log.Printf("Request Field Invalid: %s: %s", violation.GetField(), violation.GetDescription())
					}
				default:
					log.Printf("Unexpected error type: %T", info)
				}
			}
		} else {
			log.Printf("Unhandled error : %s : %s", errorCode, status.Convert(addOrderError).Message())
		}
		return
	}
	log.Print("AddOrder Response -> ", res.GetValue())
}
