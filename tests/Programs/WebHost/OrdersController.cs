using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace WebHost;

/// <summary>An MVC controller on the database: reads a row, changes it, saves it.</summary>
[ApiController]
[Route("orders")]
public sealed class OrdersController(Store store) : ControllerBase
{
    [HttpPost("{id:int}")]
    public async Task<ActionResult<int>> Take(int id, CancellationToken cancellationToken)
    {
        var piece = await store.Pieces.SingleOrDefaultAsync(piece => piece.Id == id, cancellationToken);
        if (piece is null) return NotFound();
        piece.Left--;
        await store.SaveChangesAsync(cancellationToken);
        return piece.Left;
    }

    [HttpPost("{id:int}/sync")]
    public ActionResult<int> TakeSynchronously(int id)
    {
        var piece = store.Pieces.Single(piece => piece.Id == id);
        piece.Left--;
        store.SaveChanges();
        return piece.Left;
    }

    [HttpPost("{id:int}/locked")]
    public ActionResult<int> TakeInATransaction(int id)
    {
        using var transaction = store.Database.BeginTransaction();
        var piece = store.Pieces.Single(piece => piece.Id == id);
        piece.Left--;
        store.SaveChanges();
        transaction.Commit();
        return piece.Left;
    }

    [HttpPost("{id:int}/safe")]
    public async Task<IActionResult> TakeInOneCommand(int id, CancellationToken cancellationToken)
    {
        await store.Pieces.Where(piece => piece.Id == id).ExecuteUpdateAsync(static set => set.SetProperty(static piece => piece.Left, static piece => piece.Left - 1), cancellationToken);
        return NoContent();
    }

    [HttpGet("{id:int}")]
    public Task<int> Left(int id, CancellationToken cancellationToken) =>
        store.Pieces.Where(piece => piece.Id == id).Select(static piece => piece.Left).SingleAsync(cancellationToken);
}
