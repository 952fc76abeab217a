using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>A provider function: called with plain values for a task, with inputs for an output.</summary>
internal sealed class FunctionEmitter(PackageSchema schema, ArgsEmitter args, OutputTypeEmitter outputs)
{
    public void Emit(CodeWriter code, FunctionSpec spec)
    {
        var name = Names.Class(Token.Parse(spec.Token, schema));
        var result = $"{name}Result";
        Deprecated.Mark(code, spec.Deprecation);
        code.Block($"public static class {name}", () =>
        {
            Call(code, spec, $"Task<{result}>", "InvokeAsync", result, $"{name}Args", "InvokeOptions");
            Call(code, spec, $"Output<{result}>", "Invoke", result, $"{name}InvokeArgs", "InvokeOptions");
            Call(code, spec, $"Output<{result}>", "Invoke", result, $"{name}InvokeArgs", "InvokeOutputOptions");
        });

        if (spec.Inputs is { } inputs)
        {
            code.Line();
            args.Emit(code, $"{name}Args", Shape.PlainArgs.ArgsBase(), inputs, Shape.PlainArgs);
            code.Line();
            args.Emit(code, $"{name}InvokeArgs", "global::Pulumi.InvokeArgs", inputs, Shape.InvokeArgs);
        }

        code.Line();
        outputs.Emit(code, result, spec.Outputs, Shape.Result);
    }

    private static void Call(
        CodeWriter code, FunctionSpec spec, string returns, string method, string result, string argsClass, string optionsClass)
    {
        // The form that takes InvokeOutputOptions has no optional parameter: otherwise a call could mean either form.
        var chooses = optionsClass == "InvokeOutputOptions";
        var options = chooses ? $"{optionsClass} options" : $"{optionsClass}? options = null";
        var (parameter, passed) = spec.Inputs switch
        {
            null => ("", "InvokeArgs.Empty"),
            var inputs when chooses || inputs.Any(input => input.IsRequired) => ($"{argsClass} args, ", $"args ?? new {argsClass}()"),
            _ => ($"{argsClass}? args = null, ", $"args ?? new {argsClass}()"),
        };
        code.Line($"public static {returns} {method}({parameter}{options}) =>")
            .Line($"    Deployment.Instance.{method}<{result}>({Literal.Of(spec.Token)}, {passed}, options.WithDefaults());")
            .Line();
    }
}
