package main

import (
	"fmt"
	"io"
	"log"
	"sort"
	"strings"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

func (s *server) SearchOrders(req *wrapperspb.StringValue, stream grpc.ServerStreamingServer[pb.Order]) error {
	log.Printf("Recved %v", req.GetValue())
	if req.GetValue() == "" {
		return status.Error(codes.InvalidArgument, "search for what?")
	}
	found := s.found(req.GetValue())
	for i := 0; i < len(found) || req.GetValue() == "without end"; i++ {
		err := stream.Send(found[i%len(found)])
		if err != nil {
			log.Printf("SearchOrders: Send error:%v", err)
			return err
		}
		if req.GetValue() == "torn" && i == 2 {
			return status.Error(codes.DataLoss, "the book is torn")
		}
	}
	return nil
}

// found gives the orders with an item of that name, by id; all of them for what no item is called.
func (s *server) found(text string) []*pb.Order {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []*pb.Order
	for _, order := range s.orderMap {
		if text == "torn" || text == "without end" || strings.Contains(strings.Join(order.Items, ","), text) {
			found = append(found, order)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Id < found[j].Id })
	return found
}

func (s *server) UpdateOrders(stream grpc.ClientStreamingServer[pb.Order, wrapperspb.StringValue]) error {

	ordersStr := "Updated Order IDs : "
	for {
		order, err := stream.Recv()
		if err == io.EOF {
			return stream.SendAndClose(&wrapperspb.StringValue{Value: "Orders processed " + ordersStr})
		}
		if err != nil {
			log.Printf("UpdateOrders: Recv error:%v", err)
			return err
		}

		s.mu.Lock()
		_, known := s.orderMap[order.Id]
		if known {
			s.orderMap[order.Id] = order
		}
		s.mu.Unlock()
		if !known {
			return status.Errorf(codes.NotFound, "there is no order %s", order.Id)
		}
		log.Printf("Order ID : %s - %s", order.Id, "Updated")
		ordersStr += order.Id + ", "
	}
}

func (s *server) ProcessOrders(stream grpc.BidiStreamingServer[wrapperspb.StringValue, pb.CombinedShipment]) error {
	var (
		waitGroup sync.WaitGroup
		msgCh     = make(chan *pb.CombinedShipment)
		// Closed by the sender: nobody takes anything out of msgCh any more.
		broken  = make(chan struct{})
		sendErr error
		recvErr error
	)

	waitGroup.Add(1)
	go func() {
		defer waitGroup.Done()
		defer close(broken)
		for v := range msgCh {
			fmt.Println(v)
			sendErr = stream.Send(v)
			if sendErr != nil {
				fmt.Println("Send error:", sendErr)
				break
			}
		}
	}()
	waitGroup.Add(1)

	go func() {
		defer waitGroup.Done()
		defer close(msgCh)
		for {
			req, err := stream.Recv()
			if err == io.EOF {
				break
			}
			if err != nil {
				recvErr = err
				break
			}
			fmt.Printf("Recved :%v \n", req.GetValue())
			shipment, err := s.shipmentOf(req.GetValue())
			if err != nil {
				recvErr = err
				break
			}
			select {
			case msgCh <- shipment:
			case <-broken:
				return
			}
		}
	}()

	waitGroup.Wait()
	log.Printf("ProcessOrders is over: recv %v, send %v", recvErr, sendErr)
	if recvErr != nil {
		return recvErr
	}
	return sendErr
}

func (s *server) shipmentOf(id string) (*pb.CombinedShipment, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	order, known := s.orderMap[id]
	if !known {
		return nil, status.Errorf(codes.NotFound, "there is no order %s", id)
	}
	return &pb.CombinedShipment{Id: "c-" + id, Status: "Processed", OrdersList: []*pb.Order{order}}, nil
}
