using System.Globalization;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>Where something stands in a document, as a policy shows it: definition.States["Train it"].Parameters.</summary>
/// <param name="Path">The path from the resource on.</param>
/// <param name="IsHidden">Whether the document is secret, and so are the names in it.</param>
internal readonly record struct JobPlace(string Path, bool IsHidden)
{
    /// <summary>A member that the format names.</summary>
    public JobPlace Member(string name) => Then($".{name}");

    /// <summary>A member that somebody named: bare where that can be read.</summary>
    public JobPlace Named(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? Member(name) : Quoted(name);

    public JobPlace Quoted(string name) => Then($"[\"{name}\"]");

    public JobPlace Element(int index) => Then(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    private JobPlace Then(string step) => IsHidden ? this : this with { Path = $"{Path}{step}" };
}
