using System.Globalization;
using System.Text;
using LargeBill;

if (args is not [var path, var size] || !decimal.TryParse(size, CultureInfo.InvariantCulture, out var gigabytes) || gigabytes <= 0)
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/LargeBill -- FILE GIGABYTES");
    return 2;
}

using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
var (lines, total) = SyntheticBill.Write(text, (long)(gigabytes * 1_000_000_000));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {lines:#,0} lines, {total} USD"));
return 0;
