using System.Diagnostics;
using System.Globalization;
using Bill.Classification;
using Bill.Columns;
using Bill.CommandLine;
using Bill.Files;
using DuckDB.NET.Data;

namespace Bill.Engine;

/// <summary>DuckDB, in this process and in memory: reads reports, and answers the classification.</summary>
internal sealed class BillDatabase : IDisposable
{
    /// <summary>Half of what the whole process may take: runtime and library take the rest.</summary>
    private const string MemoryLimit = "256MiB";

    /// <summary>Each thread has buffers of its own, which count against the limit.</summary>
    private const int MostThreads = 4;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly DuckDBConnection connection;
    private readonly string spill;

    private BillDatabase(DuckDBConnection connection, string spill) => (this.connection, this.spill) = (connection, spill);

    public static BillDatabase Open()
    {
        // Where intermediate results go that are larger than the limit; DuckDB makes the folder when it needs it.
        var spill = Path.Combine(Path.GetTempPath(), $"bill-{Guid.NewGuid():N}");
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var database = new BillDatabase(connection, spill);
        database.Execute($"""
            SET memory_limit = '{MemoryLimit}';
            SET threads = {Math.Min(Environment.ProcessorCount, MostThreads)};
            SET temp_directory = {SqlText.Literal(spill)};
            SET preserve_insertion_order = false;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET enable_progress_bar = true;
            SET enable_progress_bar_print = false;
            """);
        return database;
    }

    /// <summary>The names of a file's columns.</summary>
    /// <exception cref="BillException">It cannot be read.</exception>
    public ImmutableArray<string> ColumnsOf(ReportFile file) => file.Format == FileFormat.Parquet
        ? Read(
            $"SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet({SqlText.Literal(file.Path)}, hive_partitioning = false))",
            row => row.GetString(0), file.Path)
        : CsvHeader.Read(file);

    /// <summary>Reads a report as a whole.</summary>
    /// <exception cref="BillException">It cannot be read, or none of its lines counts.</exception>
    public ImportResult Import(ReportShape report, Progress progress)
    {
        var watch = Stopwatch.StartNew();
        progress.Start(report);
        var whole = Task.Run(() => GzipCheck.Run(report.Files));
        var import = Task.Run(() => Execute(ImportStatement.For(report)));
        var both = Task.WhenAll(whole, import);
        while (Task.WaitAny([both], ProgressInterval) < 0)
        {
            progress.Report(connection.GetQueryProgress().Percentage);
        }

        progress.End();
        whole.GetAwaiter().GetResult();
        import.GetAwaiter().GetResult();
        Execute("CREATE TEMP VIEW bill AS SELECT * FROM imported WHERE fault IS NULL");
        var lines = Read("SELECT COALESCE(SUM(lines), 0)::BIGINT FROM bill", row => row.GetInt64(0))[0];
        var result = new ImportResult(lines, BadLines(), watch.Elapsed);
        return lines > 0 ? result : throw Nothing(report, result);
    }

    /// <summary>The bill by category and item.</summary>
    public ImmutableArray<BillLine> Classify() => Read(ClassificationStatement.Text, BillLine.Read);

    public void Dispose()
    {
        connection.Dispose();
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    private ImmutableArray<BadLines> BadLines() =>
    [
        .. Read(
            """
            SELECT fault, lines::BIGINT, example, COALESCE(line_item_unblended_cost, 0)
            FROM imported WHERE fault IS NOT NULL ORDER BY lines DESC, fault
            """,
            row => new BadLines(
                row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : $"found \"{row.GetString(2)}\"", row.GetDecimal(3))),
        .. Unreadable(),
    ];

    /// <summary>Lines that are no CSV, as DuckDB rejected them; each counts once, whatever all is wrong with it.</summary>
    private ImmutableArray<BadLines> Unreadable() =>
        Read("SELECT COUNT(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'", row => row.GetInt64(0))[0] == 0
            ? []
            : Read(
                """
                SELECT reason, COUNT(*), arg_min(file_path, line), MIN(line)
                FROM (
                    SELECT file_path, line, MIN(error_type)::VARCHAR AS reason
                    FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
                    GROUP BY file_path, line
                )
                GROUP BY reason ORDER BY COUNT(*) DESC, reason
                """,
                row => new BadLines(
                    $"no line of CSV: {row.GetString(0).ToLowerInvariant()}", row.GetInt64(1),
                    string.Create(CultureInfo.InvariantCulture, $"line {row.GetInt64(3)} of {row.GetString(2)}"), 0));

    private static BillException Nothing(ReportShape report, ImportResult result)
    {
        var files = string.Join(", ", report.Files.Take(3).Select(file => file.Path));
        return result.Bad is [var worst, ..]
            ? new($"None of the {result.BadCount:#,0} lines of {files} can be read: {worst.Reason}, {worst.Example}.")
            : new($"{files} has a header and no lines: there is nothing on the bill.");
    }

    private void Execute(string statement)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
        catch (DuckDBException fault)
        {
            throw Unreadable("The report", fault);
        }
    }

    private ImmutableArray<T> Read<T>(string statement, Func<DuckDBDataReader, T> row, string subject = "The report")
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            using var reader = command.ExecuteReader();
            var rows = ImmutableArray.CreateBuilder<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows.ToImmutable();
        }
        catch (DuckDBException fault)
        {
            throw Unreadable(subject, fault);
        }
    }

    private static BillException Unreadable(string subject, DuckDBException fault) =>
        new($"{subject} cannot be read: {fault.Message.Split('\n')[0]}");
}
