using System.IO.Compression;
using System.Text;
using Bill.Columns;
using DuckDB.NET.Data;

namespace Bill.Tests.Builders;

/// <summary>A folder with reports for one test.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bill-test-").FullName;

    public string At(string name) => Path.Combine(folder, name);

    public string Csv(params IEnumerable<Charge> charges) => Csv("report.csv", ColumnLayout.Cur2, charges);

    /// <summary>A report with the usual columns of a layout, and one that nobody asked for.</summary>
    public string Csv(string name, ColumnLayout layout, params IEnumerable<Charge> charges)
    {
        var header = string.Join(',', ["identity", .. Enum.GetValues<Field>().Select(field => layout.Names[field][0])]);
        return Text(name, string.Join('\n', [header, .. charges.Select(charge => Line(charge, layout)), ""]));
    }

    public string Text(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Gzip(string name, string csv)
    {
        using var output = File.Create(At(name));
        using var gzip = new GZipStream(output, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(File.ReadAllText(csv)));
        return At(name);
    }

    /// <summary>As AWS writes it: numbers are floating-point, times are timestamps.</summary>
    public string Parquet(string name, string csv)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY (SELECT * FROM read_csv('{csv}')) TO '{At(name)}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return At(name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Line(Charge charge, ColumnLayout layout)
    {
        string[] fields =
        [
            "x", charge.Product, charge.UsageType, LineType(charge.LineType, layout), charge.Amount, charge.Cost, charge.Start, charge.End,
            charge.Region, charge.Resource, charge.Currency,
        ];
        return string.Join(',', fields);
    }

    private static string LineType(string type, ColumnLayout layout) => layout != ColumnLayout.Focus ? type : type switch
    {
        "Fee" => "Purchase",
        "Refund" => "Adjustment",
        _ => type,
    };
}
