package main

import (
	"context"
	"flag"
	"log"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	ordermgt_pb "mygrpc/proto/ecommerce"
	hello_pb "mygrpc/proto/hello"
)

var (
	addr    = flag.String("addr", "localhost:50051", "the address to connect to")
	timeout = flag.Duration("timeout", 5*time.Second, "how long each call may take")
)

func main() {
	flag.Parse()

	conn, err := grpc.NewClient(*addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatalf("cannot use this address: %v", err)
	}
	defer conn.Close()

	orderManagementClient := ordermgt_pb.NewOrderManagementClient(conn)

	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()

	order1 := ordermgt_pb.Order{Id: "101", Items: []string{"iPhone XS", "Mac Book Pro"}, Destination: "San Jose, CA", Price: 2300.00}
	res, addErr := orderManagementClient.AddOrder(ctx, &order1)
	if addErr != nil {
		log.Printf("AddOrder failed : %s : %s", status.Code(addErr), status.Convert(addErr).Message())
	} else {
		log.Print("AddOrder Response -> ", res.Value)
	}

	helloClient := hello_pb.NewGreeterClient(conn)

	hwcCtx, hwcCancel := context.WithTimeout(context.Background(), *timeout)
	defer hwcCancel()
	helloResponse, err := helloClient.SayHello(hwcCtx, &hello_pb.HelloRequest{Name: "gRPC Up and Running!"})
	if err != nil {
		log.Printf("SayHello failed : %s : %s", status.Code(err), status.Convert(err).Message())
	} else {
		log.Print("Greeting: ", helloResponse.Message)
	}
}
