package main

import (
	"context"
	"flag"
	"io"
	"log"
	"strings"
	"time"

	"mygrpc/orders/dial"
	pb "mygrpc/proto/ecommerce"
)

var (
	addr    = flag.String("addr", "localhost:50051", "the address to connect to")
	ids     = flag.String("ids", "101,102,103", "the orders to update")
	times   = flag.Int("times", 1, "send the last of them so many times")
	timeout = flag.Duration("timeout", 10*time.Second, "how long all of it may take")
)

func main() {
	flag.Parse()

	conn := dial.Dial(*addr)
	defer conn.Close()

	c := pb.NewOrderManagementClient(conn)

	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()

	updateStream, err := c.UpdateOrders(ctx)
	if err != nil {
		log.Fatalf("%v.UpdateOrders(_) = _, %v", c, err)
	}
	sent := 0
	all := strings.Split(*ids, ",")
	for range *times - 1 {
		all = append(all, all[len(all)-1])
	}
	for _, id := range all {
		err := updateStream.Send(&pb.Order{Id: id, Items: []string{"teapot"}, Destination: "Oslo", Price: 24})
		if err == io.EOF {
			// The server has answered already; CloseAndRecv says what.
			break
		}
		if err != nil {
			log.Fatalf("%v.Send(%v) = %v", updateStream, id, err)
		}
		sent++
	}
	updateRes, err := updateStream.CloseAndRecv()
	if err != nil {
		log.Fatalf("could not update, sent %d of %d: %v", sent, len(all), err)
	}
	log.Printf("Update Orders Res : %s", updateRes.GetValue())
}
