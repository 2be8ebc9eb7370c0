package main

import (
	"context"
	"flag"
	"io"
	"log"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"
	"mygrpc/orders/dial"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr    = flag.String("addr", "localhost:50051", "the address to connect to")
	query   = flag.String("query", "tea", "what to look for")
	most    = flag.Int("most", 0, "leave after so many")
	timeout = flag.Duration("timeout", 10*time.Second, "how long all of it may take")
)

func main() {
	flag.Parse()

	conn := dial.Dial(*addr)
	defer conn.Close()

	c := pb.NewOrderManagementClient(conn)

	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()

	searchStream, err := c.SearchOrders(ctx, &wrapperspb.StringValue{Value: *query})
	if err != nil {
		log.Fatalf("could not search: %v", err)
	}
	for count := 1; ; count++ {
		searchOrder, err := searchStream.Recv()
		if err == io.EOF {
			log.Print("EOF")
			break
		}
		if err != nil {
			log.Fatalf("could not search on: %v", err)
		}
		log.Print("Search Result : ", searchOrder.GetId(), " ", searchOrder.GetItems())
		if count == *most {
			cancel()
			log.Print("that is enough")
			break
		}
	}
}
