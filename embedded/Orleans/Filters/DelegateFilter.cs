namespace Orleans.Filters;

/// <summary>A method, as a filter.</summary>
internal sealed class DelegateFilter(IncomingGrainCallFilterDelegate filter) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => filter(context);
}
