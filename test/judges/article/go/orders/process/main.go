package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"sync"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"
	"mygrpc/orders/dial"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr    = flag.String("addr", "localhost:50051", "the address to connect to")
	ids     = flag.String("ids", "102,103,104", "the orders to process")
	timeout = flag.Duration("timeout", 10*time.Second, "how long all of it may take")
)

func main() {
	flag.Parse()

	conn := dial.Dial(*addr)
	defer conn.Close()

	c := pb.NewOrderManagementClient(conn)

	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()

	var wg sync.WaitGroup

	stream, err := c.ProcessOrders(ctx)
	if err != nil {
		log.Fatalf("could not begin: %v", err)
	}

	var failed error
	wg.Add(1)
	go func() {
		defer wg.Done()
		for {
			shipment, err := stream.Recv()
			if err == io.EOF {
				fmt.Println("Server Closed")
				break
			}
			if err != nil {
				failed = err
				break
			}
			fmt.Printf("Recv Data:%v", shipment.GetId())
			for _, order := range shipment.GetOrdersList() {
				fmt.Printf(" %v", order.GetId())
			}
			fmt.Println()
		}
	}()

	wg.Add(1)
	go func() {
		defer wg.Done()

		for _, id := range strings.Split(*ids, ",") {
			err := stream.Send(&wrapperspb.StringValue{Value: id})
			if err == io.EOF {
				// The call is over; Recv says how.
				return
			}
			if err != nil {
				log.Printf("send error:%v\n", err)
				return
			}
		}

		err := stream.CloseSend()
		if err != nil {
			log.Printf("Send error:%v\n", err)
			return
		}
	}()
	wg.Wait()
	if failed != nil {
		fmt.Printf("could not process: %v\n", failed)
		os.Exit(1)
	}
}
