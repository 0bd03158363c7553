using Shop.Data;

namespace Shop.Orders;

/// <summary>What became of an order.</summary>
/// <param name="Outcome">Accepted, or the reason why not.</param>
/// <param name="Order">The order, when it was accepted.</param>
public sealed record OrderResult(OrderOutcome Outcome, Order? Order = null);
