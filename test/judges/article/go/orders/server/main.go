package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"sync"

	"google.golang.org/grpc"
	"mygrpc/orders/interceptors"
	pb "mygrpc/proto/ecommerce"
)

var (
	port = flag.Int("port", 50051, "The service port")
)

type server struct {
	pb.UnimplementedOrderManagementServer

	mu       sync.Mutex
	orderMap map[string]*pb.Order
}

func main() {
	flag.Parse()
	lis, err := net.Listen("tcp", fmt.Sprintf(":%d", *port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}

	s := grpc.NewServer(
		grpc.UnaryInterceptor(interceptors.OrderUnaryServerInterceptor),
		grpc.StreamInterceptor(interceptors.OrderServerStreamInterceptor))

	pb.RegisterOrderManagementServer(s, &server{orderMap: sampleOrders()})
	log.Printf("service listening at %v", lis.Addr())
	if err := s.Serve(lis); err != nil {
		log.Fatalf("failed to serve: %v", err)
	}
}

// sampleOrders: six orders, of which four have tea.
func sampleOrders() map[string]*pb.Order {
	orders := map[string]*pb.Order{}
	for i, item := range []string{"green tea", "kettle", "mint tea", "black tea", "cup", "white tea"} {
		id := fmt.Sprint(101 + i)
		orders[id] = &pb.Order{Id: id, Items: []string{item}, Destination: "Leeds", Price: 5}
	}
	return orders
}
