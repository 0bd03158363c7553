using System.Globalization;
using System.Net;

namespace Shop.Orders;

/// <summary>Charges a customer through the payment service.</summary>
public sealed class PaymentClient(HttpClient client)
{
    /// <summary>Charges an amount.</summary>
    /// <returns>True when the payment was taken, false when it was refused.</returns>
    /// <exception cref="HttpRequestException">The payment service failed; nothing was charged.</exception>
    public async Task<bool> ChargeAsync(decimal amount, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/payments?amount={amount:0.00}");
        using var response = await client.PostAsync(path, content: null, cancellationToken);
        if (response.StatusCode == HttpStatusCode.PaymentRequired)
            return false;

        response.EnsureSuccessStatusCode();
        return true;
    }
}
