using Google.Protobuf;
using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>Serialized properties to and from the bytes of the protocol, without a copy: neither side changes them.</summary>
internal static class PropertyBag
{
    public static ByteString Encode(Dictionary<string, object?> properties) =>
        UnsafeByteOperations.UnsafeWrap(PropertyMap.Of(properties).Encoded);

    public static PropertyMap Decode(ByteString encoded) => PropertyMap.Decode(encoded.Memory);
}
