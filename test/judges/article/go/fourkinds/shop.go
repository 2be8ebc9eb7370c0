package fourkinds

import (
	"context"
	"io"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

// Shop lets everybody in who gets as far as this, and answers with what it was asked for.
type Shop struct {
	pb.UnimplementedOrderManagementServer
}

func (*Shop) GetOrder(_ context.Context, id *wrapperspb.StringValue) (*pb.Order, error) {
	return &pb.Order{Id: id.GetValue()}, nil
}

func (*Shop) SearchOrders(_ *wrapperspb.StringValue, stream grpc.ServerStreamingServer[pb.Order]) error {
	return stream.Send(&pb.Order{Id: "101"})
}

func (*Shop) UpdateOrders(stream grpc.ClientStreamingServer[pb.Order, wrapperspb.StringValue]) error {
	if _, err := read(stream.Recv); err != nil {
		return err
	}
	return stream.SendAndClose(&wrapperspb.StringValue{Value: "updated"})
}

func (*Shop) ProcessOrders(stream grpc.BidiStreamingServer[wrapperspb.StringValue, pb.CombinedShipment]) error {
	for {
		id, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := stream.Send(&pb.CombinedShipment{Id: id.GetValue()}); err != nil {
			return err
		}
	}
}
