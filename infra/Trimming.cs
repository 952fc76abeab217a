using System.Diagnostics.CodeAnalysis;

[assembly: UnconditionalSuppressMessage(
    "Trimming", "IL2026", Justification = "LengthAttribute looks for a count by reflection; Settings.Rules asks it for its limits alone.")]
