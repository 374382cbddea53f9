package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.Products;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/models/{id}")
@Requires(Permission.PRODUCT_WRITE)
class ModelPages {

    private final Models models;
    private final Products products;
    private final CurrentActor actor;
    private final Visibility visibility;

    ModelPages(Models models, Products products, CurrentActor actor, Visibility visibility) {
        this.models = models;
        this.products = products;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/edit")
    Page form(@PathVariable ModelId id) {
        Model model = models.get(visibility.reader(), id);
        return page(model, form(model.name(), model.revision()));
    }

    @PostMapping
    ModelAndView rename(
            @PathVariable ModelId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int revision,
            HttpServletResponse response) {
        try {
            Model model = models.rename(actor.get(), visibility.reader(), id, revision, name);
            return saved(model, "Saved.", response);
        } catch (ProblemException e) {
            Model model = models.get(visibility.reader(), id);
            return page(model, form(name, revision).refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/archive")
    ModelAndView archive(@PathVariable ModelId id, HttpServletResponse response) {
        Model model = models.archive(actor.get(), visibility.reader(), id, true);
        return saved(model, "Archived. It can be restored at any time.", response);
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable ModelId id, HttpServletResponse response) {
        return saved(models.archive(actor.get(), visibility.reader(), id, false), "Restored.", response);
    }

    private Page page(Model model, Form form) {
        Product product = products.get(visibility.reader(), model.product());
        return Page.of("product/model-form", Section.PRODUCTS, "Edit model " + model.name())
                .crumb("Products", "/products")
                .crumb(product.name(), "/products/" + product.id())
                .with("model", model)
                .with("form", form);
    }

    private static Form form(String name, int revision) {
        return new Form(Map.of("name", name), Map.of(), null, revision);
    }

    private static ModelAndView saved(Model model, String words, HttpServletResponse response) {
        Notices.say(response, words);
        return new ModelAndView("redirect:/products/" + model.product());
    }
}
