using System.Runtime.InteropServices;

namespace Pulumi.Policy.Serving;

/// <summary>Memory for the messages that come.</summary>
internal static partial class MessageMemory
{
    /// <summary>The size of a large page on the processors that .NET runs on, in bytes.</summary>
    private const int LargePage = 2 * 1024 * 1024;

    /// <summary>MADV_HUGEPAGE: https://man7.org/linux/man-pages/man2/madvise.2.html</summary>
    private const int UseLargePages = 14;

    /// <summary>Memory that holds anything yet.</summary>
    /// <remarks>
    /// Each page costs when it is touched for the first time, on a virtual machine far more than what is copied into it: 16 MiB took 60 to
    /// 100 ms in small pages and 1.5 ms in large ones (docs/speed.md). Linux gives memory in large pages to who asks for it.
    /// </remarks>
    public static Memory<byte> Allocate(int length)
    {
        if (length < LargePage || !OperatingSystem.IsLinux())
        {
            return GC.AllocateUninitializedArray<byte>(length);
        }

        var wholePages = (length + LargePage - 1) / LargePage * LargePage;
        var memory = GC.AllocateUninitializedArray<byte>(wholePages + LargePage, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        var offset = (int)(-address & (LargePage - 1));
        try
        {
            // A wish: where it is not fulfilled, the pages are small.
            _ = Advise(address + offset, (nuint)wholePages, UseLargePages);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
        }

        return memory.AsMemory(offset, length);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
