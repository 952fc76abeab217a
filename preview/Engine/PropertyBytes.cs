using Google.Protobuf;

namespace Preview.Engine;

/// <summary>Property maps in and out of messages, without copying them.</summary>
internal static class PropertyBytes
{
    public static PropertyMap Decode(ByteString bytes) => PropertyMap.Decode(bytes.Memory);

    public static ByteString Encode(PropertyMap map) => UnsafeByteOperations.UnsafeWrap(map.Encoded);
}
