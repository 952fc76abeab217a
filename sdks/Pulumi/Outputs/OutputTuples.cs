namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        new(OutputPipeline.Join(
            [item1.AsOutput().Data, item2.AsOutput().Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>())));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        new(OutputPipeline.Join(
            [item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>())));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        new(OutputPipeline.Join(
            [item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data, item4.AsOutput().Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>())));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5) =>
        new(OutputPipeline.Join(
            [
                item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data, item4.AsOutput().Data,
                item5.AsOutput().Data,
            ],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>())));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6) =>
        new(OutputPipeline.Join(
            [
                item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data, item4.AsOutput().Data,
                item5.AsOutput().Data, item6.AsOutput().Data,
            ],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>())));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        new(OutputPipeline.Join(
            [
                item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data, item4.AsOutput().Data,
                item5.AsOutput().Data, item6.AsOutput().Data, item7.AsOutput().Data,
            ],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>(), parts[6].ValueAs<T7>())));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        new(OutputPipeline.Join(
            [
                item1.AsOutput().Data, item2.AsOutput().Data, item3.AsOutput().Data, item4.AsOutput().Data,
                item5.AsOutput().Data, item6.AsOutput().Data, item7.AsOutput().Data, item8.AsOutput().Data,
            ],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>(), parts[6].ValueAs<T7>(), parts[7].ValueAs<T8>())));

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>())));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>())));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data, item4.Data],
            parts => (parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>())));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data, item4.Data, item5.Data],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>())));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>())));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data, item7.Data],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>(), parts[6].ValueAs<T7>())));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        new(OutputPipeline.Join(
            [item1.Data, item2.Data, item3.Data, item4.Data, item5.Data, item6.Data, item7.Data, item8.Data],
            parts => (
                parts[0].ValueAs<T1>(), parts[1].ValueAs<T2>(), parts[2].ValueAs<T3>(), parts[3].ValueAs<T4>(),
                parts[4].ValueAs<T5>(), parts[5].ValueAs<T6>(), parts[6].ValueAs<T7>(), parts[7].ValueAs<T8>())));
}
