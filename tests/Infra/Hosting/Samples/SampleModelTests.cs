using System.Formats.Tar;
using System.IO.Compression;
using Infra.Hosting.Samples;

namespace Infra.Tests.Hosting.Samples;

public class SampleModelTests
{
    [Fact]
    public void A_model_archive_holds_the_model_and_the_code_that_serves_it() =>
        Assert.Equal(["model.json", "code/inference.py"], Entries(SampleModel.ModelArchive()).Select(entry => entry.Name));

    [Fact]
    public void A_code_archive_holds_the_script_at_its_top() =>
        Assert.Equal(["inference.py"], Entries(SampleModel.CodeArchive()).Select(entry => entry.Name));

    [Fact]
    public void The_same_files_are_the_same_bytes() => Assert.Equal(SampleModel.ModelArchive(), SampleModel.ModelArchive());

    [Fact]
    public void Nothing_in_it_says_when_or_by_whom_it_was_made() => Assert.All(Entries(SampleModel.ModelArchive()), entry =>
    {
        Assert.Equal(DateTimeOffset.UnixEpoch, entry.ModificationTime);
        Assert.Equal((0, 0), (entry.Uid, entry.Gid));
    });

    private static List<TarEntry> Entries(byte[] archive)
    {
        using var unzipped = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }
}
