using Bill.Columns;
using Bill.Engine;
using Bill.Savings;

namespace Bill.Reports;

/// <summary>All there is to say of a bill.</summary>
internal sealed record BillReport(ReportShape Shape, ImportResult Import, Analysis Analysis);
