package main

import (
	"context"
	"flag"
	"log"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

var addr = flag.String("addr", "localhost:50051", "the address to connect to")

func main() {
	flag.Parse()

	conn, err := grpc.NewClient(*addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatalf("cannot use this address: %v", err)
	}
	defer conn.Close()
	client := pb.NewOrderManagementClient(conn)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second*5)
	defer cancel()

	order1 := pb.Order{Id: "101", Items: []string{"iPhone XS", "Mac Book Pro"}, Description: strings.Repeat("tea ", 500), Destination: "San Jose, CA", Price: 2300.00}
	res, err := client.AddOrder(ctx, &order1, grpc.UseCompressor(gzip.Name))
	if err != nil {
		log.Fatalf("could not add: %v", err)
	}
	log.Print("AddOrder Response -> ", res.GetValue())

	order, err := client.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"}, grpc.UseCompressor(gzip.Name))
	if err != nil {
		log.Fatalf("could not get: %v", err)
	}
	log.Print("GetOrder Response -> ", len(order.GetDescription()))
}
