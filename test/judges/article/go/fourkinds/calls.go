// Package fourkinds has a call of each kind, and a shop that answers them: for programs that are
// about who may call, and not about orders.
package fourkinds

import (
	"context"
	"fmt"
	"io"

	"google.golang.org/protobuf/types/known/wrapperspb"
	pb "mygrpc/proto/ecommerce"
)

// Call makes a call of each kind, one after the other, and tells how each has ended.
func Call(ctx context.Context, client pb.OrderManagementClient, tell func(method string, err error)) {
	tell("GetOrder", getOrder(ctx, client))
	tell("SearchOrders", searchOrders(ctx, client))
	tell("UpdateOrders", updateOrders(ctx, client))
	tell("ProcessOrders", processOrders(ctx, client))
}

func getOrder(ctx context.Context, client pb.OrderManagementClient) error {
	_, err := client.GetOrder(ctx, &wrapperspb.StringValue{Value: "101"})
	return err
}

func searchOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.SearchOrders(ctx, &wrapperspb.StringValue{Value: "spoon"})
	if err != nil {
		return err
	}
	found, err := read(stream.Recv)
	if err == nil && found == 0 {
		return fmt.Errorf("nothing found")
	}
	return err
}

func updateOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.UpdateOrders(ctx)
	if err != nil {
		return err
	}
	// io.EOF: the server has ended the call already, and CloseAndRecv says why.
	if err := stream.Send(&pb.Order{Id: "101"}); err != nil && err != io.EOF {
		return err
	}
	_, err = stream.CloseAndRecv()
	return err
}

func processOrders(ctx context.Context, client pb.OrderManagementClient) error {
	stream, err := client.ProcessOrders(ctx)
	if err != nil {
		return err
	}
	if err := stream.Send(&wrapperspb.StringValue{Value: "101"}); err != nil && err != io.EOF {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	_, err = read(stream.Recv)
	return err
}

// read takes messages up to the end of a stream, and counts them.
func read[Message any](recv func() (Message, error)) (int, error) {
	for count := 0; ; count++ {
		if _, err := recv(); err == io.EOF {
			return count, nil
		} else if err != nil {
			return count, err
		}
	}
}
