using Grpc.Core;
using Preview.Engine;

namespace Preview.Serving;

/// <summary>Turns what the engine refuses into statuses of gRPC.</summary>
internal static class Answers
{
    public static async Task<T> OfAsync<T>(Func<Task<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (RefusedException refusal)
        {
            throw new RpcException(new(StatusOf(refusal.Refusal), refusal.Message));
        }
        catch (InvalidDataException fault)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, fault.Message));
        }
    }

    public static Task<T> Of<T>(Func<T> answer) => OfAsync(() => Task.FromResult(answer()));

    private static StatusCode StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.NotOffered => StatusCode.Unimplemented,
        Refusal.Ended => StatusCode.Aborted,
        _ => StatusCode.InvalidArgument,
    };
}
