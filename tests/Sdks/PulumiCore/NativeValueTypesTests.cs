using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pulumi;

namespace Sdks.Tests.PulumiCore;

/// <summary>Native code is there only for the value types of outputs that preview/Native/ValueTypes.cs names.</summary>
public class NativeValueTypesTests
{
    private static readonly string Named = File.ReadAllText(Path.Combine(Folder(), "..", "..", "..", "preview", "Native", "ValueTypes.cs"));

    [Fact]
    public void Every_value_type_of_an_output_is_named() => Assert.All(
        OutputTypes().Where(type => type.IsValueType).Distinct(), type => Assert.True(IsNamed("OutputMaker", type), type.FullName));

    [Fact]
    public void So_is_every_value_type_in_a_list_or_map() => Assert.All(
        OutputTypes().Concat(ParameterTypes()).SelectMany(Elements).Where(type => type.IsValueType).Distinct(),
        type => Assert.True(IsNamed("CollectionMaker", type), type.FullName));

    private static IEnumerable<Type> PackageTypes() =>
        typeof(Pulumi.Aws.S3.Bucket).Assembly.GetTypes().Concat(typeof(Pulumi.AwsNative.S3.Bucket).Assembly.GetTypes());

    private static IEnumerable<Type> OutputTypes() => PackageTypes()
        .SelectMany(type => type.GetProperties())
        .Select(property => property.PropertyType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>))
        .Select(type => type.GetGenericArguments()[0]);

    /// <summary>Of output types, whose constructors take what is read.</summary>
    private static IEnumerable<Type> ParameterTypes() => PackageTypes()
        .Where(IsOutputType)
        .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.ParameterType);

    private static bool IsOutputType(Type type) => type.GetCustomAttribute<OutputTypeAttribute>() is not null;

    private static IEnumerable<Type> Elements(Type type)
    {
        if (!type.IsGenericType || type.Namespace != "System.Collections.Immutable")
        {
            return [];
        }

        var element = type.GetGenericArguments()[^1];
        return Elements(element).Prepend(element);
    }

    private static bool IsNamed(string maker, Type type) => Regex.IsMatch(Named, $@"\b{maker}\.Know<(\w+\.)?{Regex.Escape(NameOf(type))}>\(\)");

    /// <summary>One array or union of classes stands for all.</summary>
    private static string NameOf(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } value => $"{NameOf(value)}?",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(double) => "double",
        { IsGenericType: true } when !type.GetGenericArguments().Any(argument => argument.IsValueType) =>
            $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(_ => "string"))}>",
        _ => type.Name,
    };

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
