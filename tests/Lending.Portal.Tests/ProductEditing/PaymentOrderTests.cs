using Lending.Domain.Engine;
using Lending.Portal.ProductEditing;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Tests.ProductEditing;

public sealed class PaymentOrderTests : PortalContext
{
    private Waterfall _order = Waterfall.Default;

    [Fact]
    public void Order_ChosenForPastDueAndDueByItself_IsTheSameStepByStep()
    {
        var editor = Editor();

        editor.Find("#waterfall").Change(editor.FindAll("#waterfall option").Last().GetAttribute("value")!);

        Assert.Equal(12, _order.Steps!.Value.Length);
        Assert.Equal(new AllocationStep(DueKind.PastDue, DebtKind.Penalty), _order.Steps.Value[0]);
        Assert.Equal("Penalty past due", editor.FindAll("[data-testid=payment-steps] li span.g")[0].TextContent);
    }

    [Fact]
    public void Step_MovedEarlier_ChangesPlacesWithTheOneBefore()
    {
        var editor = Editor();
        editor.Find("#waterfall").Change(editor.FindAll("#waterfall option").Last().GetAttribute("value")!);

        editor.Find("[aria-label='Penalty due earlier']").Click();

        Assert.Equal((new AllocationStep(DueKind.Due, DebtKind.Penalty), new AllocationStep(DueKind.PastDue, DebtKind.Principal)), (_order.Steps!.Value[3], _order.Steps.Value[4]));
        Assert.True(editor.Find("[aria-label='Penalty in advance earlier']").HasAttribute("disabled"));
        Assert.True(editor.Find("[aria-label='Penalty past due earlier']").HasAttribute("disabled"));
    }

    private IRenderedComponent<PaymentOrder> Editor()
    {
        IRenderedComponent<PaymentOrder> editor = null!;
        editor = Render<PaymentOrder>(with => with.Add(o => o.Value, _order).Add(o => o.ValueChanged, EventCallback.Factory.Create<Waterfall>(this, value =>
        {
            _order = value;
            editor.Render(again => again.Add(o => o.Value, value));
        })));
        return editor;
    }
}
