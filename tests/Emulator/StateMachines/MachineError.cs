using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>An error as state machines name it.</summary>
internal sealed record MachineError(string Name, string Cause)
{
    /// <summary>What a call that was not made, or was refused, is to its task.</summary>
    public static MachineError Of(AwsCall call) => new(
        $"{call.Service}.{call.Code ?? call.Outcome.ToString()}", $"{call.Operation}: {string.Join("; ", call.Faults)}{call.Error}{call.Why}");

    /// <summary>Whether a catcher's name means this error. A service's own errors are told by what follows the service's name.</summary>
    public bool Is(string caught) => caught is "States.ALL" or "States.TaskFailed" || caught == Name
        || Name.Split('.')[^1].Replace("Exception", "", StringComparison.Ordinal)
            == caught.Split('.')[^1].Replace("Exception", "", StringComparison.Ordinal);
}

/// <summary>Ends a state, and the machine unless a catcher takes it.</summary>
internal sealed class MachineErrorException(MachineError error) : Exception($"{error.Name}: {error.Cause}")
{
    public MachineError Error { get; } = error;
}
