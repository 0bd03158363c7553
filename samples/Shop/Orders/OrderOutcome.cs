namespace Shop.Orders;

public enum OrderOutcome
{
    Accepted,
    UnknownSku,
    SoldOut,
    PaymentRefused,
}
