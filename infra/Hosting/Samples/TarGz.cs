using System.Formats.Tar;
using System.IO.Compression;

namespace Infra.Hosting.Samples;

/// <summary>Archives as SageMaker unpacks them.</summary>
internal static class TarGz
{
    /// <summary>Read for all, write for the owner.</summary>
    private const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The files under their names, without times and owners: the same files are the same bytes.</summary>
    public static byte[] Of(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var archive = new MemoryStream();
        using (var zip = new GZipStream(archive, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in files)
            {
                using var data = new MemoryStream(content);
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    Mode = Mode,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = data,
                });
            }
        }

        return archive.ToArray();
    }
}
