using System.Text.Json.Nodes;
using Infra.Compute;

namespace Infra.Training;

/// <summary>
/// The table of GPU instances as an expression can look into it: <c>t</c> type, <c>g</c> GPUs, <c>m</c> MiB of each,
/// <c>r</c> GiB of the host, <c>p</c> whether of a previous generation, <c>i</c> its place by price.
/// </summary>
internal static class GpuLadder
{
    public static string ToJson() => new JsonArray([.. GpuInstances.Ladder.Select(Row)]).ToJsonString();

    private static JsonObject Row(GpuInstance type, int index) => new()
    {
        ["t"] = type.Size,
        ["g"] = type.Gpus,
        ["m"] = type.MibPerGpu,
        ["r"] = type.MemoryGib,
        ["p"] = type.IsPrevious,
        ["i"] = index,
    };
}
